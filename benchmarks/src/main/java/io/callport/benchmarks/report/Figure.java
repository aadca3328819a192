package io.callport.benchmarks.report;

import java.util.List;

/**
 * The values of one metric of one contender.
 *
 * @param contender the contender's name
 * @param metric the measured quantity
 * @param values the value of each round that counts, in the order of the rounds
 */
public record Figure(String contender, Metric metric, List<Double> values) {
    public Figure {
        values = List.copyOf(values);
    }

    public Samples samples() {
        return Samples.of(values);
    }
}
