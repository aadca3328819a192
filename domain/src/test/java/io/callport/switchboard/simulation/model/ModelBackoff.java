package io.callport.switchboard.simulation.model;

import io.callport.switchboard.RetryPolicy;

/** S7: the time that a lane waits after failures. */
public final class ModelBackoff {
    private ModelBackoff() {}

    /** The longest wait after so many failures: the base, doubled, at most the maximum. */
    public static long longest(RetryPolicy retries, int failures) {
        long wait = retries.baseDelay().toNanos();
        for (int failure = 1; failure < failures && wait < retries.maxDelay().toNanos(); failure++) {
            wait *= 2;
        }
        return Math.min(wait, retries.maxDelay().toNanos());
    }
}
