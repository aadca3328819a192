package io.callport.benchmarks.contender.limiter;

import com.google.common.util.concurrent.RateLimiter;
import com.google.common.util.concurrent.RateLimiterOnClock;
import org.jspecify.annotations.Nullable;

/**
 * Guava 33.5.0's {@link RateLimiter}, as its Javadoc writes a rate: {@code create(permitsPerSecond)}, here 20 in 60
 * seconds, and {@code acquire()} before each request.
 */
public final class GuavaLimiter implements Limiter {
    private @Nullable RateLimiter limiter;

    @Override
    @SuppressWarnings("CheckReturnValue") // how long it waited is what the clock shows
    public void acquire(SimulatedClock clock) {
        RateLimiter opened = limiter == null ? open(clock) : limiter;
        limiter = opened;
        opened.acquire();
    }

    private static RateLimiter open(SimulatedClock clock) {
        return RateLimiterOnClock.create(20 / 60.0, () -> clock.nanos() / 1_000, micros -> clock.sleep(micros * 1_000));
    }
}
