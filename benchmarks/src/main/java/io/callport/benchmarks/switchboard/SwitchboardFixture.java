package io.callport.benchmarks.switchboard;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.LookupQuery;
import io.callport.query.Outcome;
import io.callport.query.VendorFields;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import io.callport.switchboard.Settings;
import io.callport.switchboard.Switchboard;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The accounts, queries and switchboards that the benchmarks share. */
final class SwitchboardFixture {
    /** The documented budget of 7moor's accounts. */
    static final Budget BUDGET = Budget.parse("20/PT1M");

    static final Outcome ANSWERED = new Outcome.Answered(new CallInfo(new VendorFields(Map.of())));

    /** The key of the first of {@link #accounts}. */
    static final int FIRST_KEY = 2_000_000;

    private static final long SEED = 7;

    private SwitchboardFixture() {}

    /** A switchboard that holds as many commands as a benchmark wants. */
    static Switchboard<Integer> open() {
        Limits limits = new Limits(10_000, 100_000_000, 4, 100_000_000, 1L << 40);
        return new Switchboard<>(
                new Settings(account -> BUDGET, limits, RetryPolicy.DEFAULT, Duration.ofSeconds(30)), SEED);
    }

    static Account[] accounts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Account("7moor", String.valueOf(FIRST_KEY + i)))
                .toArray(Account[]::new);
    }

    static LookupQuery[] queries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new LookupQuery("customer-" + i, "key", 1))
                .toArray(LookupQuery[]::new);
    }

    /** The numbers from 0 in an order that no cache can guess, the same in every run. */
    static int[] shuffled(int count) {
        Random random = new Random(SEED);
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }
}
