package io.callport.benchmarks.contender.limiter;

/** Limits requests to at most 20 in a minute. Not thread-safe. */
public interface Limiter {
    /** Waits on the clock until one more request may start. */
    void acquire(SimulatedClock clock);
}
