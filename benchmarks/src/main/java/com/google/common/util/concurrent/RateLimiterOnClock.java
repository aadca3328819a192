package com.google.common.util.concurrent;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Guava's {@link RateLimiter} on a clock of one's own: for that it has a factory method which only its package sees. */
public final class RateLimiterOnClock {
    private RateLimiterOnClock() {}

    /**
     * The same as {@link RateLimiter#create(double)}.
     *
     * @param micros reads the clock
     * @param sleep waits on it, in microseconds
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
