package io.callport.kafka.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * The loop's two clocks at one moment: a monotonic one for everything that is counted, the wall clock only for what is
 * written to or read from events.
 *
 * @param nanos monotonic
 * @param wall by the wall clock
 */
public record LoopClock(long nanos, Instant wall) {
    private static final Duration FAR = Duration.ofDays(36_500);

    /** Both clocks as they are now. */
    public static LoopClock now() {
        return new LoopClock(System.nanoTime(), Instant.now());
    }

    /** A wall-clock time on the monotonic clock; one that is farther than a hundred years counts as that far. */
    public long nanosAt(Instant time) {
        Duration ahead = Duration.between(wall, time);
        if (ahead.abs().compareTo(FAR) > 0) {
            ahead = ahead.isNegative() ? FAR.negated() : FAR;
        }
        return nanos + ahead.toNanos();
    }

    /** A monotonic time on the wall clock. */
    public Instant wallAt(long time) {
        return wall.minusNanos(nanos - time);
    }
}
