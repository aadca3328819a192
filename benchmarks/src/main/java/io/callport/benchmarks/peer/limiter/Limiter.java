package io.callport.benchmarks.peer.limiter;

/** Says when the next request may start: at most 20 in a minute. For one thread. */
public interface Limiter {
    /** Waits on the clock until one more request may start. */
    void acquire(SimulatedClock clock);
}
