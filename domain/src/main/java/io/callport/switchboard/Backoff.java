package io.callport.switchboard;

import java.time.Duration;

/** S7: exponential backoff with full jitter. */
final class Backoff {
    /** Numbers that are spread as evenly as can be: each draw of one turn moves on by the golden ratio. */
    private static final double GOLDEN_RATIO = 0.618_033_988_749_895;

    private static final int MOST_DOUBLINGS = 40;

    private final Retries retries;
    private double random;

    /** Draws for one turn from one random number, from 0 to below 1. */
    Backoff(Retries retries, double random) {
        this.retries = retries;
        this.random = random;
    }

    /** A random wait after that many failures in a row, in nanoseconds. */
    long after(int failures) {
        random = (random + GOLDEN_RATIO) % 1;
        return (long) (random * (double) longest(retries.base(), retries.max(), failures));
    }

    /** The base, doubled with each failure after the first, but never more than the most; in nanoseconds. */
    static long longest(Duration base, Duration most, int failures) {
        int doublings = Math.min(Math.max(0, failures - 1), MOST_DOUBLINGS);
        double doubled = (double) base.toNanos() * Math.pow(2, doublings);
        return (long) Math.min(doubled, (double) most.toNanos());
    }
}
