package io.callport.sandbox.callback;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the stand-in vendors push their callbacks, and what makes these authentic besides the accounts' secrets.
 *
 * @param url the address of the receiver, without a path or with the path in front of {@code /webhooks}
 * @param algorithm the algorithm of signatures where a request for callbacks names none: {@code MD5} or {@code SHA256}
 * @param token the token of NXLink's callbacks that are not signed; never shown
 * @param pathSecret the last part of the path of 7moor's callbacks; never shown
 */
public record CallbackSettings(URI url, String algorithm, String token, String pathSecret) {
    /** The algorithms by which callbacks are signed. */
    static final List<String> ALGORITHMS = List.of("MD5", "SHA256");

    private static final Pattern PATH_SECRET = Pattern.compile("[A-Za-z0-9_-]{16,128}");

    /** The settings of {@code ./callport sandbox}. */
    public static final CallbackSettings DEFAULT = new CallbackSettings(
            URI.create("http://127.0.0.1:18085"), "SHA256", "sandbox-nxlink-token", "sandbox-7moor-path-secret");

    /** @throws IllegalArgumentException if a part is not of its form */
    public CallbackSettings {
        if (!String.valueOf(url.getScheme()).matches("https?") || url.getHost() == null) {
            throw new IllegalArgumentException("url: must be an http or https address, as in http://127.0.0.1:18085");
        }
        if (!ALGORITHMS.contains(algorithm)) {
            throw new IllegalArgumentException("algorithm: must be one of " + ALGORITHMS);
        }
        if (token.isBlank()) {
            throw new IllegalArgumentException("token: must not be empty");
        }
        if (!PATH_SECRET.matcher(pathSecret).matches()) {
            throw new IllegalArgumentException("pathSecret: must match " + PATH_SECRET);
        }
    }

    /** A copy with another address. */
    public CallbackSettings url(URI other) {
        return new CallbackSettings(other, algorithm, token, pathSecret);
    }

    /** The address and the algorithm, without the secrets. */
    @Override
    public String toString() {
        return url + " " + algorithm;
    }
}
