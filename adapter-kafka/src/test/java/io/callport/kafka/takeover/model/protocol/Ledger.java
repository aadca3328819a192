package io.callport.kafka.takeover.model.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The visible effects: the vendor's count of requests, and the results that read_committed readers get.
 *
 * @param recorded the most spent slots that any committed record says
 */
record Ledger(int started, int recorded, int firstResults, int secondResults) {
    static final int BUDGET = 2;
    static final Ledger EMPTY = new Ledger(0, 0, 0, 0);

    Ledger withStart() {
        return new Ledger(started + 1, recorded, firstResults, secondResults);
    }

    Ledger withCommitted(Contents write) {
        return new Ledger(started, Math.max(recorded, write.spent()), firstResults, secondResults);
    }

    /** @param published commands as bits */
    Ledger withResults(int published) {
        return new Ledger(started, recorded, firstResults + (published & 1), secondResults + (published >> 1));
    }

    @Nullable
    String brokenPromise() {
        if (started > BUDGET) {
            return "request " + started + " of a budget of " + BUDGET;
        }
        if (started > recorded) {
            return "a request started before a committed record said so";
        }
        if (firstResults > 1 || secondResults > 1) {
            return "a command has two results";
        }
        return null;
    }

    boolean everyCommandHasItsResult() {
        return firstResults == 1 && secondResults == 1;
    }
}
