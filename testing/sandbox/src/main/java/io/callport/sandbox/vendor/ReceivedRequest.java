package io.callport.sandbox.vendor;

import java.time.Instant;
import java.util.Map;

/**
 * A request as it arrived. Made only by the sandbox.
 *
 * @param path the path, without a query
 * @param headers the headers, by lower-case name, in their order; of a repeated one the first
 * @param body the exact bytes
 * @param at when it arrived, by the vendor's clock
 * @param nanos when it arrived, by a clock that never goes back; for durations only
 */
@SuppressWarnings("ArrayRecordComponent") // these records are never compared
public record ReceivedRequest(String path, Map<String, String> headers, byte[] body, Instant at, long nanos) {

    /** A header's value; empty if it is absent. */
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
