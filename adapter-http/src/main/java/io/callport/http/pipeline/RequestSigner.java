package io.callport.http.pipeline;

import java.time.Instant;
import java.util.Map;

/** Signs the requests of one account. Thread-safe. */
@FunctionalInterface
public interface RequestSigner {
    /**
     * The headers that go with exactly these bytes, made for each attempt: timestamp, nonce, signature.
     *
     * @param time the time at the vendor
     */
    Map<String, String> sign(byte[] body, Instant time);

    /**
     * A number that is not negative, with leading zeros up to that many digits, as vendors want timestamps and nonces.
     */
    static String zeroPadded(long number, int digits) {
        String text = Long.toString(number);
        return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
    }
}
