package io.callport.system.crash.evidence;

import java.time.Instant;

/**
 * A result, or a dead letter.
 *
 * @param id the first place of its command, {@code topic/partition/offset}
 * @param status {@code answered}, the reason of a refusal, or {@code dead-letter}
 * @param place the place of the result itself
 * @param at the timestamp of the record
 */
public record Result(String id, String status, String place, Instant at) {
    /** The result as a line of evidence. */
    @Override
    public String toString() {
        return status + " at " + place + " of " + at;
    }
}
