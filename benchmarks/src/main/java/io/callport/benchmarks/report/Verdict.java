package io.callport.benchmarks.report;

import java.util.List;

/**
 * Whether a goal is met: by the median of the rounds, or in every one of them, as the goal says.
 *
 * @param claim what the values are, as in {@code throughput, as a multiple of the copy loop's}
 * @param values one for each round that counts
 * @param goal what they shall be
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
