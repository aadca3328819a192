package io.callport.benchmarks.report;

import java.util.List;

/**
 * The verdict on a goal: met by the median of the rounds, or by every round, as the goal requires.
 *
 * @param claim the meaning of the values, as in {@code throughput, as a multiple of the copy loop's}
 * @param values the value of each round that counts
 * @param goal the goal for the values
 */
public record Verdict(String claim, List<Double> values, Goal goal) {
    public Verdict {
        values = List.copyOf(values);
    }

    public Samples samples() {
        return Samples.of(values);
    }

    /** Whether the values meet the goal. */
    public boolean met() {
        return goal.isMetBy(samples());
    }

    /** Describes the verdict in one line. */
    public String line() {
        Samples samples = samples();
        return (met() ? "met      " : "NOT met  ") + claim + ": " + Numbers.text(samples.median()) + " ("
                + Numbers.text(samples.least()) + " to " + Numbers.text(samples.most()) + "), goal " + goal;
    }
}
