package io.callport.kafka.takeover.model.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The visible results of a group. Results count from the last event after which commands get results once more: the
 * command topic was recreated, or the offset was reset.
 *
 * @param results for each command of the topic that exists, its results
 * @param early the same, by a process that had not yet noticed that the topic was recreated
 * @param lost whether the group's state is gone while its offset, or its process, is not
 */
record Ledger(int started, List<Integer> results, List<Integer> early, boolean lost) {
    static final int BUDGET = 1;
    private static final List<Integer> NONE = List.of(0, 0);
    static final Ledger EMPTY = new Ledger(0, NONE, NONE, false);

    Ledger withStart() {
        return new Ledger(started + 1, results, early, lost);
    }

    Ledger withResult(int command, boolean isEarly) {
        return new Ledger(
                started,
                isEarly ? results : plusOne(results, command),
                isEarly ? plusOne(early, command) : early,
                lost);
    }

    private static List<Integer> plusOne(List<Integer> counts, int command) {
        return command == 0 ? List.of(counts.get(0) + 1, counts.get(1)) : List.of(counts.get(0), counts.get(1) + 1);
    }

    Ledger expectingResults() {
        return new Ledger(started, NONE, NONE, lost);
    }

    Ledger withLost(boolean isLost) {
        return new Ledger(started, results, early, isLost);
    }

    /** Nothing that Kafka keeps says that the group has ever existed. */
    Ledger forgotten() {
        return new Ledger(0, results, early, lost);
    }

    @Nullable
    String brokenPromise() {
        if (started > BUDGET) {
            return "request " + started + " of a budget of " + BUDGET;
        }
        int twice = Math.max(results.indexOf(2), early.indexOf(2));
        return twice < 0 ? null : "command " + twice + " has two results";
    }

    boolean everyCommandHasAResult() {
        return results.get(0) + early.get(0) > 0 && results.get(1) + early.get(1) > 0;
    }
}
