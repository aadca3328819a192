package io.callport.switchboard;

import java.time.Duration;

/**
 * Slots of an account's budget that are not free, as they travel from one instance to another: with an age, never with
 * a time.
 *
 * @param count the number of slots; at least 1
 * @param endedAgo the time since the youngest of their requests ended, or counts as having ended; negative where that
 *     request may still be in flight, or may still arrive, for that long
 */
public record SpentSlots(int count, Duration endedAgo) {
    /**
     * Makes slots of one age.
     *
     * @throws IllegalArgumentException if the count is below 1
     */
    public SpentSlots {
        if (count < 1) {
            throw new IllegalArgumentException("count: must be at least 1, but is " + count);
        }
    }

    /** Makes one slot of that age. */
    public SpentSlots(Duration endedAgo) {
        this(1, endedAgo);
    }
}
