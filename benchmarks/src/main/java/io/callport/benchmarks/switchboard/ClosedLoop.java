package io.callport.benchmarks.switchboard;

import io.callport.account.Account;
import io.callport.callinfo.LookupQuery;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Request;
import io.callport.switchboard.SpentSlots;
import io.callport.switchboard.Switchboard;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A load in which every account has spent its budget and has commands waiting: each freed slot starts the next command,
 * and each answered command is followed by another. The switchboard's own timers advance the time.
 */
final class ClosedLoop {
    private static final long DEADLINE = Duration.ofMinutes(5).toNanos();
    private static final int QUERIES = 64;

    private final Switchboard<Integer> switchboard = SwitchboardFixture.open();
    private final Account[] accounts;
    private final LookupQuery[] queries = SwitchboardFixture.queries(QUERIES);
    private final int[] nextQuery;
    private final Deque<Request> started = new ArrayDeque<>();
    private long now;

    /**
     * Makes a switchboard with that many lanes.
     *
     * @param lanes the number of accounts
     * @param waiting the number of commands that wait on each lane, at most 32
     */
    ClosedLoop(int lanes, int waiting) {
        this.accounts = SwitchboardFixture.accounts(lanes);
        this.nextQuery = new int[lanes];
        int[] order = SwitchboardFixture.shuffled(lanes);
        for (int place = 0; place < lanes; place++) {
            switchboard.restore(accounts[order[place]], staggered(place, lanes), now);
            for (int i = 0; i < waiting; i++) {
                accept(order[place]);
            }
        }
        switchboard.advance(now, 0.5);
        for (int i = 0; i < 3 * lanes; i++) {
            cycle();
        }
    }

    /** Returns slots that become free one after the other, evenly over a window, and at another time on each lane. */
    private static List<SpentSlots> staggered(int place, int lanes) {
        int slots = SwitchboardFixture.BUDGET.requests();
        long gap = SwitchboardFixture.BUDGET.window().toNanos() / slots;
        List<SpentSlots> spent = new ArrayList<>();
        for (int i = 0; i < slots; i++) {
            spent.add(new SpentSlots(Duration.ofNanos(i * gap + gap * place / lanes)));
        }
        return spent;
    }

    /**
     * Runs one command: time advances until a request starts, the request ends with its result, and the next command
     * comes in.
     */
    int cycle() {
        while (started.isEmpty()) {
            turn();
        }
        Request request = started.removeFirst();
        switchboard.ended(request, SwitchboardFixture.ANSWERED, 1_000, now);
        accept(Integer.parseInt(request.account().key()) - SwitchboardFixture.FIRST_KEY);
        return turn();
    }

    private int turn() {
        Effects<Integer> effects = switchboard.advance(now, 0.5);
        started.addAll(effects.requests());
        if (started.isEmpty()) {
            now = Math.max(now, effects.wakeAt());
        }
        return effects.results().size();
    }

    private void accept(int account) {
        LookupQuery query = queries[nextQuery[account]++ % QUERIES];
        switchboard.accept(new Command<>(account, accounts[account], query, now + DEADLINE), now);
    }
}
