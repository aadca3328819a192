package io.callport.kafka.settings;

import java.time.Duration;

/**
 * The bounds of a command's deadline, counted from its record's timestamp.
 *
 * @param byDefault the deadline of commands that name no deadline
 * @param max the latest deadline; a later deadline counts as this deadline
 */
public record DeadlineSettings(Duration byDefault, Duration max) {
    private static final Duration MAX = Duration.ofDays(365);

    /**
     * @throws IllegalArgumentException if a duration is not positive, the default exceeds the maximum, or the maximum
     *     exceeds a year
     */
    public DeadlineSettings {
        if (byDefault.isNegative() || byDefault.isZero()) {
            throw new IllegalArgumentException("deadline.default: must be positive, as in PT1M");
        }
        if (max.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("deadline.max: must be at most " + MAX + ", but is " + max);
        }
        if (byDefault.compareTo(max) > 0) {
            throw new IllegalArgumentException("deadline.default: must not exceed deadline.max, which is " + max);
        }
    }
}
