package io.callport.benchmarks.contender.limiter;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Resilience4j 2.3.0, as <a href="https://resilience4j.readme.io/docs/ratelimiter">its page</a> configures a limit:
 * {@code limitForPeriod} permissions every {@code limitRefreshPeriod}, and a {@code timeoutDuration} long enough to
 * wait. The limiter is its default, {@link AtomicRateLimiter}, which reads {@link System#nanoTime} and takes no other
 * clock; its time counts from its creation, so this class moves the moment of creation back before each acquisition.
 */
public final class Resilience4jLimiter implements Limiter {
    private final AtomicRateLimiter limiter = new AtomicRateLimiter(
            "account",
            RateLimiterConfig.custom()
                    .limitForPeriod(20)
                    .limitRefreshPeriod(Duration.ofMinutes(1))
                    .timeoutDuration(Duration.ofHours(2))
                    .build());
    private final Field madeAt = madeAt();

    @Override
    public void acquire(SimulatedClock clock) {
        try {
            madeAt.setLong(limiter, System.nanoTime() - clock.nanos());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        long millis =
                TimeUnit.NANOSECONDS.toMillis(limiter.reservePermission() + 999_999); // its time has gone on a little
        clock.sleep(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static Field madeAt() {
        try {
            Field field = AtomicRateLimiter.class.getDeclaredField("nanoTimeStart");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("Resilience4j keeps its time elsewhere now", e);
        }
    }
}
