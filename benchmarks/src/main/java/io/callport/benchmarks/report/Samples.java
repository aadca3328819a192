package io.callport.benchmarks.report;

import java.util.Arrays;
import java.util.Collection;

/** Measured numbers, sorted. Immutable. */
public final class Samples {
    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
        Arrays.sort(sorted);
    }

    /**
     * Sorts and keeps these numbers.
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
     * The smallest number that at least that share of all numbers do not exceed.
     *
     * @param share the share, from 0 to 1, as in 0.99
     */
    public double percentile(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    /** The median: the number in the middle, or halfway between the two in the middle. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double least() {
        return sorted[0];
    }

    public double most() {
        return sorted[sorted.length - 1];
    }

    /** The count of numbers. */
    public int size() {
        return sorted.length;
    }
}
