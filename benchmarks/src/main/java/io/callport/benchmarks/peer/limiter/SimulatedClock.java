package io.callport.benchmarks.peer.limiter;

/** A clock that advances only when a caller waits. For one thread. */
public final class SimulatedClock {
    private long now;

    /** Nanoseconds since the clock was made. */
    public long nanos() {
        return now;
    }

    /** Waits; not at all if the time is negative. */
    public void sleep(long nanos) {
        now += Math.max(0, nanos);
    }
}
