package io.callport.benchmarks.switchboard;

import io.callport.account.Account;
import io.callport.benchmarks.report.Table;
import io.callport.callinfo.LookupQuery;
import io.callport.switchboard.Command;
import io.callport.switchboard.SpentSlots;
import io.callport.switchboard.Switchboard;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;

/**
 * The size of a lane in bytes, by the lane's content: the growth of the heap, after a collection, with a switchboard of
 * many such lanes. Accounts and queries exist before; commands count.
 */
public final class LaneMemory {
    private static final long DEADLINE = Duration.ofHours(1).toNanos();
    private static final SpentSlots SLOT = new SpentSlots(Duration.ofMinutes(-10));

    private final Account[] accounts;
    private final LookupQuery[] queries = SwitchboardFixture.queries(100);

    private LaneMemory(int lanes) {
        this.accounts = SwitchboardFixture.accounts(lanes);
    }

    /**
     * Measures the sizes and prints a table.
     *
     * @param lanes the number of lanes of each kind: 100,000 take a heap of 3 GB
     */
    public static void print(int lanes, PrintStream out) {
        LaneMemory bytes = new LaneMemory(lanes);
        Table table = new Table("a lane with", "bytes");
        table.row("one spent slot, nothing else", bytes.measure(1, 0));
        table.row("20 spent slots", bytes.measure(20, 0));
        table.row("20 spent slots, 1 command", bytes.measure(20, 1));
        table.row("20 spent slots, 4 commands", bytes.measure(20, 4));
        table.row("20 spent slots, 20 commands", bytes.measure(20, 20));
        out.print(table);
    }

    private long measure(int spent, int waiting) {
        long before = used();
        Switchboard<Integer> switchboard = SwitchboardFixture.open();
        for (Account account : accounts) {
            switchboard.restore(account, Collections.nCopies(spent, SLOT), 0);
            for (int i = 0; i < waiting; i++) {
                switchboard.accept(new Command<>(i, account, queries[i], DEADLINE), 0);
            }
        }
        switchboard.advance(0, 0.5);
        long bytes = used() - before;
        if (switchboard.spentSlots(accounts[0], 0).size() != spent
                || switchboard.pending() != waiting * accounts.length) {
            throw new IllegalStateException("the lanes do not hold what they should");
        }
        return Math.round((double) bytes / accounts.length);
    }

    private static long used() {
        for (int i = 0; i < 2; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
