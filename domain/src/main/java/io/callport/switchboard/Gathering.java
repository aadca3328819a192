package io.callport.switchboard;

import io.callport.account.Budget;
import io.callport.query.Query;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * S4: equal queries of an account with a budget start at least {@code W/N} apart; those that come in between wait and share
 * the next request. So a hot query never burns its budget.
 */
final class Gathering {
    private record Started(Query<?, ?> query, long until) {}

    private final long gap;
    private final Map<Query<?, ?>, Long> until = new HashMap<>();
    private final Deque<Started> inOrder = new ArrayDeque<>();

    Gathering(Budget budget) {
        this.gap = budget.limited() ? budget.window().toNanos() / budget.requests() : 0;
    }

    void started(Query<?, ?> query, long now) {
        if (gap > 0) {
            release(now);
            until.put(query, now + gap);
            inOrder.addLast(new Started(query, now + gap));
        }
    }

    /** When an equal query may start: not after now if it may at once. */
    long notBefore(Query<?, ?> query, long now) {
        return until.getOrDefault(query, now);
    }

    /** When all that is remembered can be forgotten. */
    long overAt() {
        return inOrder.isEmpty() ? Long.MIN_VALUE : inOrder.getLast().until;
    }

    private void release(long now) {
        while (!inOrder.isEmpty() && inOrder.getFirst().until <= now) {
            Started over = inOrder.removeFirst();
            until.remove(over.query, over.until);
        }
    }
}
