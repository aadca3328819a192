package io.callport.benchmarks.contender.limiter;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Bucket4j 8.14.0, as <a href="https://bucket4j.com/8.14.0/toc.html">its documentation</a> writes "20 per minute": one
 * bandwidth with a capacity of 20, refilled greedily, or 20 at once each minute. The library accepts another clock. Its
 * section <i>Token bucket: specific problems</i> says that up to twice the capacity can go through in a period.
 */
public final class Bucket4jLimiter implements Limiter {
    private final boolean greedy;
    private @Nullable Bucket bucket;

    private Bucket4jLimiter(boolean greedy) {
        this.greedy = greedy;
    }

    /** Refills tokens one by one, every three seconds: the documentation's first choice. */
    public static Bucket4jLimiter greedy() {
        return new Bucket4jLimiter(true);
    }

    /** Refills all twenty tokens together, once a minute. */
    public static Bucket4jLimiter intervally() {
        return new Bucket4jLimiter(false);
    }

    @Override
    public void acquire(SimulatedClock clock) {
        Bucket opened = bucket == null ? open(clock) : bucket;
        bucket = opened;
        opened.asBlocking().consumeUninterruptibly(1, clock::sleep);
    }

    private Bucket open(SimulatedClock clock) {
        Duration minute = Duration.ofMinutes(1);
        return Bucket.builder()
                .addLimit(limit -> greedy
                        ? limit.capacity(20).refillGreedy(20, minute)
                        : limit.capacity(20).refillIntervally(20, minute))
                .withCustomTimePrecision(meter(clock))
                .build();
    }

    private static TimeMeter meter(SimulatedClock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.nanos();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
