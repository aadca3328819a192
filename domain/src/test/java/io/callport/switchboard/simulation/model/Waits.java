package io.callport.switchboard.simulation.model;

import io.callport.switchboard.Retries;

/** S7: how long one waits after failures. */
public final class Waits {
    private Waits() {}

    /** The longest wait after so many failures: the base, doubled, at most the maximum. */
    public static long longest(Retries retries, int failures) {
        double wait = retries.base().toNanos() * Math.pow(2, failures - 1);
        return (long) Math.min(wait, retries.max().toNanos());
    }
}
