package com.google.common.util.concurrent;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Guava's {@link RateLimiter} on another clock, made by a factory method that only its package sees. */
public final class RateLimiterOnClock {
    private RateLimiterOnClock() {}

    /**
     * Makes a limiter as {@link RateLimiter#create(double)} does.
     *
     * @param micros the clock, in microseconds
     * @param sleep waits on the clock, in microseconds
     */
    public static RateLimiter create(double permitsPerSecond, LongSupplier micros, LongConsumer sleep) {
        return RateLimiter.create(permitsPerSecond, new RateLimiter.SleepingStopwatch() {
            @Override
            protected long readMicros() {
                return micros.getAsLong();
            }

            @Override
            protected void sleepMicrosUninterruptibly(long time) {
                sleep.accept(time);
            }
        });
    }
}
