package io.callport.switchboard;

import java.time.Duration;

/**
 * The rules by which a transient failure is tried again: after a random wait of at most {@code base}, doubled with each
 * further failure up to {@code max}.
 *
 * @param base the longest first wait, more than 0
 * @param max the longest wait of all, at least the base
 * @param attempts the most requests for a command, the first included: at least 1
 */
public record RetryPolicy(Duration base, Duration max, int attempts) {
    public static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30), 5);

    /** @throws IllegalArgumentException if a part is out of its bounds */
    public RetryPolicy {
        if (base.isZero() || base.isNegative()) {
            throw new IllegalArgumentException("retry.base: must be positive, as in PT0.5S");
        }
        if (max.compareTo(base) < 0) {
            throw new IllegalArgumentException("retry.max: must be at least retry.base, which is " + base);
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("retry.attempts: must be at least 1, but is " + attempts);
        }
    }
}
