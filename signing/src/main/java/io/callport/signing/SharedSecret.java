package io.callport.signing;

import java.nio.charset.StandardCharsets;

/**
 * A secret that a vendor sends as it is, in a header or as part of a path, instead of signing with it. Received bytes
 * can be compared with it and nothing else: there is no way to read it back, and {@code toString} is always
 * {@code ***}. Immutable and thread-safe.
 */
public final class SharedSecret {
    private final byte[] digest;

    private SharedSecret(byte[] digest) {
        this.digest = digest;
    }

    /**
     * Wraps a secret, whose UTF-8 bytes are expected.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static SharedSecret of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("secret: must not be empty");
        }
        return new SharedSecret(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Whether the bytes are the secret's. Digests of equal length are compared, in constant time: the time shows
     * neither where the secrets differ nor how long the right one is.
     */
    public boolean matches(byte[] given) {
        return ConstantTime.equal(digest, Digests.sha256(given));
    }

    @Override
    public String toString() {
        return SigningSecret.MASK;
    }
}
