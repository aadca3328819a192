package io.callport.switchboard;

import java.time.Duration;

/**
 * The rules by which a transient failure is tried again: after a random wait of at most {@code baseDelay}, doubled with
 * each further failure up to {@code maxDelay}.
 *
 * @param baseDelay the longest first wait, more than 0
 * @param maxDelay the longest wait of all, at least the base delay
 * @param maxAttempts the most requests for a command, the first included: at least 1
 */
public record RetryPolicy(Duration baseDelay, Duration maxDelay, int maxAttempts) {
    public static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30), 5);

    /** @throws IllegalArgumentException if a part is out of its bounds */
    public RetryPolicy {
        if (baseDelay.isZero() || baseDelay.isNegative()) {
            throw new IllegalArgumentException("retry.base: must be positive, as in PT0.5S");
        }
        if (maxDelay.compareTo(baseDelay) < 0) {
            throw new IllegalArgumentException("retry.max: must be at least retry.base, which is " + baseDelay);
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("retry.attempts: must be at least 1, but is " + maxAttempts);
        }
    }
}
