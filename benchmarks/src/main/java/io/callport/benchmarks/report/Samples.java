package io.callport.benchmarks.report;

import java.util.Arrays;
import java.util.Collection;

/** Numbers that were measured, in order. Immutable. */
public final class Samples {
    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
        Arrays.sort(sorted);
    }

    /**
     * Those numbers.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Samples of(Collection<? extends Number> numbers) {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return new Samples(numbers.stream().mapToDouble(Number::doubleValue).toArray());
    }

    /**
     * The smallest number that at least that share of all are not above.
     *
     * @param share from 0 to 1, as in 0.99
     */
    public double percentile(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    /** The one in the middle, or halfway between the two that are. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The smallest. */
    public double least() {
        return sorted[0];
    }

    /** The largest. */
    public double most() {
        return sorted[sorted.length - 1];
    }

    /** How many there are. */
    public int size() {
        return sorted.length;
    }
}
