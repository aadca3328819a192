package io.callport.sandbox.callback;

import io.callport.sandbox.vendor.SandboxAccount;

/**
 * What makes the callbacks of an account authentic.
 *
 * @param account the account, with the secret that signs
 * @param algorithm the algorithm of the signature: {@code MD5} or {@code SHA256}
 * @param token the token of NXLink's callbacks that are not signed; never shown
 * @param pathSecret the last part of the path of 7moor's callbacks; never shown
 */
public record CallbackCredentials(SandboxAccount account, String algorithm, String token, String pathSecret) {

    /** The algorithm by its name in Java. */
    public String javaAlgorithm() {
        return algorithm.equals("MD5") ? "MD5" : "SHA-256";
    }

    /** A copy in which every secret is another one of the same length. */
    CallbackCredentials forged() {
        SandboxAccount other = new SandboxAccount(account.vendor(), account.key(), changed(account.secret()));
        return new CallbackCredentials(other, algorithm, changed(token), changed(pathSecret));
    }

    private static String changed(String secret) {
        return (secret.charAt(0) == 'x' ? 'y' : 'x') + secret.substring(1);
    }

    /** The account and the algorithm, without the secrets. */
    @Override
    public String toString() {
        return account + " " + algorithm;
    }
}
