package io.callport.system.crash.evidence;

import java.time.Instant;

/**
 * A request in the vendor's log.
 *
 * @param account whose
 * @param at when it arrived
 * @param instance which instance's vendor it came to, and so who made it
 * @param verdict what the vendor made of it
 */
public record VendorRequest(String account, Instant at, int instance, String verdict) {
    /** The request as a line of evidence. */
    @Override
    public String toString() {
        return at + " from instance " + instance + " (" + verdict + ")";
    }
}
