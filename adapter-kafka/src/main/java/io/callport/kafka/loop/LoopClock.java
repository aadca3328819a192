package io.callport.kafka.loop;

import java.time.Duration;
import java.time.Instant;

/**
 * The loop's two clocks at one moment: a monotonic one for everything that is counted, the wall clock only for what is
 * written to or read from events.
 *
 * @param nanos monotonic
 * @param wall by the wall clock
 */
record LoopClock(long nanos, Instant wall) {
    private static final Duration FAR = Duration.ofDays(36_500);

    static LoopClock now() {
        return new LoopClock(System.nanoTime(), Instant.now());
    }

    /** A wall-clock time on the monotonic clock; one that is farther than a hundred years counts as that far. */
    long nanosAt(Instant time) {
        Duration ahead = Duration.between(wall, time);
        if (ahead.abs().compareTo(FAR) > 0) {
            ahead = ahead.isNegative() ? FAR.negated() : FAR;
        }
        return nanos + ahead.toNanos();
    }

    /** A monotonic time on the wall clock. */
    Instant wallAt(long time) {
        return wall.minusNanos(nanos - time);
    }
}
