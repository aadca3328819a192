package io.callport.benchmarks.report;

/**
 * What a figure shall be.
 *
 * @param atLeast whether it shall be at least the bound, rather than at most
 * @param bound the bound itself is good
 */
public record Goal(boolean atLeast, double bound) {
    /** That or more. */
    public static Goal atLeast(double bound) {
        return new Goal(true, bound);
    }

    /** That or less. */
    public static Goal atMost(double bound) {
        return new Goal(false, bound);
    }

    boolean isMetBy(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
        return (atLeast ? "at least " : "at most ") + Numbers.text(bound);
    }
}
