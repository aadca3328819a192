package io.callport.http.settings;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of requests, for all accounts.
 *
 * @param connectTimeout the longest wait for a connection: more than 0
 * @param timeout the longest wait for all of a request, from connecting to the last byte of the answer: more than 0
 * @param maxAnswerBytes the largest answer that is read: at least 1; a larger one is a {@code malformed-answer}
 * @param responseSignatures the treatment of the signatures of answers
 * @param vendorCodes the meaning of a vendor's own codes, where it differs from the built-in table: vendor to code to
 *     meaning; a code may end in {@code x} for any last digit, as in {@code 600x}
 * @param proxy the HTTP proxy of all requests, best unresolved, so that its name is looked up again; {@code null} for
 *     the JVM's own settings
 * @param truststore the certificates that vendors' certificates are checked by; {@code null} for those that the JDK
 *     trusts
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration timeout,
        int maxAnswerBytes,
        ResponseSignatures responseSignatures,
        Map<String, Map<String, CodeMeaning>> vendorCodes,
        @Nullable InetSocketAddress proxy,
        @Nullable Truststore truststore) {
    /** The defaults: 5 s to connect, 30 s in all, 16 MiB, {@link ResponseSignatures#WARN}, the built-in codes. */
    public static final HttpSettings DEFAULT = new HttpSettings(
            Duration.ofSeconds(5), Duration.ofSeconds(30), 16 * 1024 * 1024, ResponseSignatures.WARN, Map.of());

    /** Settings without a proxy and a truststore. */
    public HttpSettings(
            Duration connectTimeout,
            Duration timeout,
            int maxAnswerBytes,
            ResponseSignatures responseSignatures,
            Map<String, Map<String, CodeMeaning>> vendorCodes) {
        this(connectTimeout, timeout, maxAnswerBytes, responseSignatures, vendorCodes, null, null);
    }

    /**
     * Copies the map of codes.
     *
     * @throws IllegalArgumentException if a part is out of its bounds; the message names it
     */
    public HttpSettings {
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("timeout", timeout);
        if (maxAnswerBytes < 1) {
            throw new IllegalArgumentException("maxAnswerBytes: must be at least 1, but is " + maxAnswerBytes);
        }
        vendorCodes = vendorCodes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, codes -> Map.copyOf(codes.getValue())));
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + ": must be more than 0, as in PT30S, but is " + value);
        }
    }
}
