package io.callport.benchmarks.report;

import java.util.List;

/**
 * What one contender showed in one respect.
 *
 * @param contender who
 * @param metric in what respect
 * @param values one for each round that counts, in the order of the rounds
 */
public record Figure(String contender, Metric metric, List<Double> values) {
    /** Copies the list. */
    public Figure {
        values = List.copyOf(values);
    }

    /** The values in order. */
    public Samples samples() {
        return Samples.of(values);
    }
}
