package io.callport.benchmarks.switchboard;

import io.callport.account.Account;
import io.callport.callinfo.LookupQuery;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.SpentSlots;
import io.callport.switchboard.Switchboard;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A load of commands whose requests start at once: each active account has a slot free, and receives a command every 40
 * s of the switchboard's time, so that its lane always holds spent slots and is never forgotten. Further accounts hold
 * one spent slot and receive no commands.
 */
final class OpenLoop {
    private static final long PERIOD = Duration.ofSeconds(40).toNanos();
    private static final long DEADLINE = Duration.ofMinutes(1).toNanos();

    /** A slot so young that no benchmark lasts until the slot is free. */
    private static final SpentSlots FOR_LONG = new SpentSlots(Duration.ofDays(-10_000));

    private final Switchboard<Integer> switchboard = SwitchboardFixture.open();
    private final Account[] accounts;
    private final int[] order;
    private final LookupQuery[] queries = SwitchboardFixture.queries(8);
    private final long step;
    private long now;
    private int turn;

    /**
     * Makes a switchboard with that many lanes.
     *
     * @param lanes the number of all accounts
     * @param active the number of accounts that receive commands, at most all
     */
    OpenLoop(int lanes, int active) {
        this.accounts = SwitchboardFixture.accounts(lanes);
        int[] all = SwitchboardFixture.shuffled(lanes);
        this.order = Arrays.copyOf(all, Math.min(lanes, active));
        this.step = PERIOD / order.length;
        for (int account : all) {
            switchboard.restore(accounts[account], List.of(FOR_LONG), now);
        }
        for (int i = 0; i < 3 * order.length; i++) {
            cycle();
        }
    }

    /**
     * Runs one command: the command comes in, its request starts and ends, its result goes out, and the timers that are
     * due meanwhile run.
     */
    int cycle() {
        now += step;
        turn = turn + 1 == order.length ? 0 : turn + 1;
        int account = order[turn];
        LookupQuery query = queries[account & 7];
        switchboard.accept(new Command<>(account, accounts[account], query, now + DEADLINE), now);
        Effects<Integer> started = switchboard.advance(now, 0.5);
        started.requests().forEach(request -> switchboard.ended(request, SwitchboardFixture.ANSWERED, 1_000, now));
        Effects<Integer> ended = switchboard.advance(now, 0.5);
        return started.requests().size() + ended.results().size();
    }
}
