package io.callport.kafka;

import java.time.Duration;

/**
 * How long a command lives, counted from its record's timestamp.
 *
 * @param byDefault for commands that name no deadline
 * @param max for all others; a later deadline counts as this one
 */
public record DeadlineSettings(Duration byDefault, Duration max) {
    /** @throws IllegalArgumentException if one is not positive, or the default exceeds the maximum */
    public DeadlineSettings {
        if (byDefault.isNegative() || byDefault.isZero()) {
            throw new IllegalArgumentException("deadline.default: must be positive, as in PT1M");
        }
        if (byDefault.compareTo(max) > 0) {
            throw new IllegalArgumentException("deadline.default: must not exceed deadline.max, which is " + max);
        }
    }
}
