package io.callport.kafka.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment on the loop's two clocks: the monotonic clock for every duration, the wall clock only for the times that are
 * written to or read from events.
 *
 * @param nanos the time on the monotonic clock
 * @param wall the time on the wall clock
 */
public record LoopTime(long nanos, Instant wall) {
    private static final Duration FAR = Duration.ofDays(36_500);

    /** Reads both clocks as they are now. */
    public static LoopTime now() {
        return new LoopTime(System.nanoTime(), Instant.now());
    }

    /**
     * Converts a wall-clock time to the monotonic clock; a time more than a hundred years away counts as a hundred
     * years away.
     */
    public long nanosAt(Instant time) {
        Duration ahead = Duration.between(wall, time);
        if (ahead.abs().compareTo(FAR) > 0) {
            ahead = ahead.isNegative() ? FAR.negated() : FAR;
        }
        return nanos + ahead.toNanos();
    }

    /** Converts a monotonic time to the wall clock. */
    public Instant wallAt(long time) {
        return wall.minusNanos(nanos - time);
    }
}
