package io.callport.benchmarks.contender.limiter;

/** A clock that advances only when a caller waits. Not thread-safe. */
public final class SimulatedClock {
    private long now;

    /** The nanoseconds since the clock was created. */
    public long nanos() {
        return now;
    }

    /** Advances the clock by that time; does nothing if the time is negative. */
    public void sleep(long nanos) {
        now += Math.max(0, nanos);
    }
}
