package io.callport.kafka.takeover.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an exploration.
 *
 * @param depth the steps of the longest shortest way to a state
 */
public record Exploration(
        int states, long steps, int depth, @Nullable Counterexample counterexample) {

    /** The shortest trace to a broken promise. */
    public record Counterexample(String problem, List<String> trace) {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(problem)
                    .append(", after ")
                    .append(trace.size())
                    .append(" steps:");
            trace.forEach(step -> text.append("\n    ").append(step));
            return text.toString();
        }
    }

    @Override
    public String toString() {
        String found = counterexample == null ? "no promise is broken" : counterexample.toString();
        return states + " states, " + steps + " steps, depth " + depth + ": " + found;
    }
}
