package io.callport.sandbox.vendor;

import java.time.Instant;
import java.util.Map;

/**
 * A request as it arrived. Only the sandbox makes one.
 *
 * @param path the path, without a query
 * @param headers the headers, by lower-case name, in their order; for a repeated header its first value
 * @param body the exact bytes
 * @param at the time of arrival, by the vendor's clock
 * @param nanos the time of arrival, by a clock that never goes back; for durations only
 */
@SuppressWarnings("ArrayRecordComponent") // these records are never compared
public record ReceivedRequest(String path, Map<String, String> headers, byte[] body, Instant at, long nanos) {

    /** A header's value; empty if the header is absent. */
    public String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }

    /** Whether one of these headers is absent or empty. */
    public boolean lacks(String... lowerCaseNames) {
        for (String name : lowerCaseNames) {
            if (header(name).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
