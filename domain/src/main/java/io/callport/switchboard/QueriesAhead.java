package io.callport.switchboard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * S6: how many queries are ahead of each waiting query and cannot expire before its first deadline: they came before,
 * may be asked now, and have a command whose deadline is not before. Kept as queries change, so that a forecast need
 * not look at all of them.
 *
 * <p>A query is taken out before its commands change, and put back afterwards.
 */
final class QueriesAhead<T> {
    private final boolean counted;
    private final DeadlineTree<WaitingQuery<T>> byFirstDeadline;
    private final DeadlineTree<WaitingQuery<T>> askableByLatestDeadline = new DeadlineTree<>(0);
    private final Set<WaitingQuery<T>> delayedTooLong = new LinkedHashSet<>();

    /**
     * Makes an empty structure.
     *
     * @param counted whether it matters what is ahead: not without a budget
     * @param gap the time between two starts where they are spread evenly, for the bound
     */
    QueriesAhead(boolean counted, long gap) {
        this.counted = counted;
        this.byFirstDeadline = new DeadlineTree<>(gap);
    }

    boolean counted() {
        return counted;
    }

    void put(WaitingQuery<T> query, boolean askable) {
        long first = query.firstDeadline();
        byFirstDeadline.insert(query, first, query.sequence, ahead(query, first));
        if (query.notBefore >= first) {
            delayedTooLong.add(query);
        }
        if (askable) {
            putAskable(query);
        }
    }

    void remove(WaitingQuery<T> query, boolean askable) {
        byFirstDeadline.remove(query.firstDeadline(), query.sequence);
        delayedTooLong.remove(query);
        if (askable && counted) {
            askableByLatestDeadline.remove(query.latestDeadline(), query.sequence);
            byFirstDeadline.addUpTo(query.latestDeadline(), query.sequence, -1);
        }
    }

    /** Notes that a query, which is here, may be asked from now on. */
    void putAskable(WaitingQuery<T> query) {
        if (counted) {
            askableByLatestDeadline.insert(query, query.latestDeadline(), query.sequence, 0);
            byFirstDeadline.addUpTo(query.latestDeadline(), query.sequence, 1);
        }
    }

    /** The number of queries ahead of a query that cannot expire before a deadline. */
    int ahead(WaitingQuery<T> query, long deadline) {
        return counted ? askableByLatestDeadline.countFrom(deadline, query.sequence) : 0;
    }

    /**
     * The queries that a bound does not exclude, and those that may not be asked before their first deadline; by
     * arrival.
     */
    List<WaitingQuery<T>> search(DeadlineTree.Bound bound) {
        Set<WaitingQuery<T>> found = new LinkedHashSet<>(delayedTooLong);
        byFirstDeadline.forEach(bound, found::add);
        List<WaitingQuery<T>> inOrder = new ArrayList<>(found);
        inOrder.sort(WaitingQuery.BY_ARRIVAL);
        return inOrder;
    }
}
