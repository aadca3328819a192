package io.callport.http.transport;

import java.time.Duration;
import java.time.Instant;

/**
 * The time with which one request is signed.
 *
 * @param local this machine's time
 * @param offset the correction that was added; the request's outcome confirms or refutes it
 */
public record ClockReading(Instant local, Duration offset) {
    /** The time at the vendor, as far as it is known. */
    public Instant time() {
        return local.plus(offset);
    }
}
