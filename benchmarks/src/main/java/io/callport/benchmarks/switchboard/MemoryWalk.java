package io.callport.benchmarks.switchboard;

import io.callport.account.Account;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cost of memory alone: a map of accounts, each with a chain of objects of about a lane's number and size. A cycle
 * finds one account and walks its chain, as following a lane's references does.
 */
final class MemoryWalk {
    /** The number of objects on a chain: a lane with a spent slot is about a thousand bytes. */
    private static final int OBJECTS = 25;

    private final Map<Account, Link> map = new HashMap<>();
    private final Account[] accounts;
    private final int[] order;
    private int turn;

    /** An object of 40 bytes. */
    private static final class Link {
        private final @Nullable Link next;
        private long first;
        private long second;
        private long third;

        Link(@Nullable Link next) {
            this.next = next;
        }

        long touch() {
            return first++ + second + third;
        }
    }

    MemoryWalk(int lanes) {
        this.accounts = SwitchboardFixture.accounts(lanes);
        this.order = SwitchboardFixture.shuffled(lanes);
        for (int account : order) {
            map.put(accounts[account], chain());
        }
    }

    private static Link chain() {
        Link first = new Link(null);
        for (int i = 1; i < OBJECTS; i++) {
            first = new Link(first);
        }
        return first;
    }

    long cycle() {
        turn = turn + 1 == order.length ? 0 : turn + 1;
        long sum = 0;
        for (Link link = map.get(accounts[order[turn]]); link != null; link = link.next) {
            sum += link.touch();
        }
        return sum;
    }
}
