package io.callport.benchmarks.switchboard;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.callinfo.LookupQuery;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Request;
import io.callport.switchboard.RetryPolicy;
import io.callport.switchboard.Settings;
import io.callport.switchboard.Switchboard;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** A load on one lane, with a budget, where distinct queries wait: as each is answered, another one comes. */
final class WaitingLoop {
    private static final Budget BUDGET = Budget.parse("100/PT1S");
    private static final long GAP = Duration.ofMillis(10).toNanos();
    private static final long DEADLINE = Duration.ofMinutes(10).toNanos();

    private final Switchboard<Integer> switchboard;
    private final Account account = new Account("7moor", "2000000");
    private final Deque<Request> started = new ArrayDeque<>();
    private long now;
    private int commands;

    /** @param waiting the number of queries that wait */
    WaitingLoop(int waiting) {
        Limits limits = new Limits(1_000_000, 1_000_000, 100, 1_000_000, 1L << 40);
        this.switchboard =
                new Switchboard<>(new Settings(it -> BUDGET, limits, RetryPolicy.DEFAULT, Duration.ofSeconds(30)), 7);
        for (int i = 0; i < waiting; i++) {
            accept();
        }
        for (int i = 0; i < 3 * BUDGET.requests(); i++) {
            cycle();
        }
    }

    /** Runs one command: it comes in, a request starts, another one ends with its result. */
    int cycle() {
        now += GAP;
        accept();
        int results = turn();
        if (!started.isEmpty()) {
            switchboard.ended(started.removeFirst(), SwitchboardFixture.ANSWERED, 1_000, now);
        }
        return results + turn();
    }

    private int turn() {
        Effects<Integer> effects = switchboard.advance(now, 0.5);
        started.addAll(effects.requests());
        return effects.results().size();
    }

    private void accept() {
        LookupQuery query = new LookupQuery("customer-" + commands, "key", 1);
        switchboard.accept(new Command<>(commands++, account, query, now + DEADLINE), now);
    }
}
