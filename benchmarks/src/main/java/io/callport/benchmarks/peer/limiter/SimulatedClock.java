package io.callport.benchmarks.peer.limiter;

/** Time that goes on when someone waits, and only then. For one thread. */
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
