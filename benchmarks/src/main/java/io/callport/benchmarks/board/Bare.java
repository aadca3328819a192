package io.callport.benchmarks.board;

import io.callport.account.Account;
import java.util.HashMap;
import java.util.Map;

/**
 * What memory alone costs: a map of accounts, each with as many small objects, and as many bytes, as a lane has. A cycle
 * finds one and touches each of its objects once.
 */
final class Bare {
    /** A lane with a spent slot is about thirty objects in about 1.5 KiB. */
    private static final int OBJECTS = 30;

    private static final int LONGS = 4; // and a header of 16 bytes

    private final Map<Account, long[][]> map = new HashMap<>();
    private final Account[] accounts;
    private final int[] order;
    private int turn;

    Bare(int lanes) {
        this.accounts = Boards.accounts(lanes);
        this.order = Boards.shuffled(lanes);
        for (int account : order) {
            map.put(accounts[account], new long[OBJECTS][LONGS]);
        }
    }

    long cycle() {
        turn = turn + 1 == order.length ? 0 : turn + 1;
        long[][] objects = map.get(accounts[order[turn]]);
        long sum = 0;
        for (long[] object : objects == null ? new long[0][] : objects) {
            sum += object[0]++;
        }
        return sum;
    }
}
