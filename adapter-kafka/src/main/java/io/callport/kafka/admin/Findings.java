package io.callport.kafka.admin;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found by looking at a cluster, each in a sentence with its remedy.
 *
 * @param problems what keeps the service from running
 * @param warnings what it runs with, but should not for long
 */
public record Findings(List<String> problems, List<String> warnings) {
    /** Nothing to tell. */
    public static final Findings NONE = new Findings(List.of(), List.of());

    /** Copies the lists. */
    public Findings {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** One problem and no more. */
    public static Findings problem(String problem) {
        return new Findings(List.of(problem), List.of());
    }

    /** These, then others. */
    public Findings and(Findings others) {
        return new Findings(joined(problems, others.problems), joined(warnings, others.warnings));
    }

    private static List<String> joined(List<String> these, List<String> others) {
        List<String> joined = new ArrayList<>(these);
        joined.addAll(others);
        return joined;
    }
}
