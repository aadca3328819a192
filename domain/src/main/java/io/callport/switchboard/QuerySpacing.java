package io.callport.switchboard;

import io.callport.account.Budget;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * S4: equal queries of an account with a budget start at least {@code W/N} apart; commands that come in between wait
 * and share the next request. So a query that is asked often cannot spend the whole budget.
 */
final class QuerySpacing {
    private record Gap(QueryKey key, long until) {}

    private final long length;
    private final Map<QueryKey, Long> until = new HashMap<>();
    private final Deque<Gap> gaps = new ArrayDeque<>();

    QuerySpacing(Budget budget) {
        this.length = budget.limited() ? budget.window().toNanos() / budget.requests() : 0;
    }

    void started(QueryKey key, long now) {
        if (length > 0) {
            release(now);
            until.put(key, now + length);
            gaps.addLast(new Gap(key, now + length));
        }
    }

    /** The time at which an equal query may start: not after now if it may start at once. */
    long notBefore(QueryKey key, long now) {
        return until.getOrDefault(key, now);
    }

    /** The end of the last gap, after which all gaps can be forgotten. */
    long endsAt() {
        return gaps.isEmpty() ? Long.MIN_VALUE : gaps.getLast().until;
    }

    private void release(long now) {
        while (!gaps.isEmpty() && gaps.getFirst().until <= now) {
            Gap over = gaps.removeFirst();
            until.remove(over.key, over.until);
        }
    }
}
