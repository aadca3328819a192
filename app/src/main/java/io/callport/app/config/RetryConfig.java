package io.callport.app.config;

import io.callport.switchboard.Retries;
import java.time.Duration;

/**
 * How a request that failed in passing is tried again.
 *
 * @param base the longest wait before the second attempt; it doubles with each further one
 * @param max the longest wait before any attempt; not below {@code base}
 * @param attempts how many attempts there are in all, from 1
 */
public record RetryConfig(Duration base, Duration max, int attempts) {
    /** The retries unless told otherwise. */
    public static final RetryConfig DEFAULT =
            new RetryConfig(Retries.DEFAULT.base(), Retries.DEFAULT.max(), Retries.DEFAULT.attempts());

    /** The retries as the switchboard takes them. */
    public Retries forSwitchboard() {
        return new Retries(base, max, attempts);
    }
}
