package io.callport.system.crash.evidence;

import java.time.Instant;

/**
 * A request in the vendor's log.
 *
 * @param account the account of the request
 * @param at the time of arrival
 * @param instance the instance that made the request, known by the port where the request arrived
 * @param verdict the vendor's verdict on the request
 */
public record VendorRequest(String account, Instant at, int instance, String verdict) {
    /** The request as a line of evidence. */
    @Override
    public String toString() {
        return at + " from instance " + instance + " (" + verdict + ")";
    }
}
