package io.callport.kafka.takeover.model.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the outside sees: the vendor's count of requests and the results that read_committed readers get.
 *
 * @param recorded the most spent slots that any committed record says
 */
record Ledger(int started, int recorded, List<Integer> results) {
    static final int BUDGET = 2;
    static final Ledger EMPTY = new Ledger(0, 0, List.of(0, 0));

    Ledger withStart() {
        return new Ledger(started + 1, recorded, results);
    }

    Ledger withCommitted(Contents write) {
        return new Ledger(started, Math.max(recorded, write.spent()), results);
    }

    Ledger withResults(int published) {
        List<Integer> counts = new ArrayList<>(results);
        for (int command = 0; command < counts.size(); command++) {
            counts.set(command, counts.get(command) + (published >> command & 1));
        }
        return new Ledger(started, recorded, List.copyOf(counts));
    }

    @Nullable
    String brokenPromise() {
        if (started > BUDGET) {
            return "request " + started + " of a budget of " + BUDGET;
        }
        if (started > recorded) {
            return "a request started before a committed record said so";
        }
        int twice = results.indexOf(2);
        return twice < 0 ? null : "command " + twice + " has two results";
    }

    boolean everyCommandHasItsResult() {
        return results.stream().allMatch(count -> count == 1);
    }
}
