package io.callport.switchboard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * S6: counts, for each waiting query, the queries that are ahead and cannot expire before its first deadline. Such a
 * query came earlier, may be asked now, and has a command with that deadline or a later one. The counts are updated as
 * queries change, so that a forecast need not look at all queries.
 *
 * <p>A query is taken out before its commands change, and put back afterwards.
 */
final class QueriesAhead<T> {
    private final boolean counted;
    private final DeadlineTree<WaitingQuery<T>> byFirstDeadline;
    private final DeadlineTree<WaitingQuery<T>> readyByLatestDeadline = new DeadlineTree<>(0);
    private final Set<WaitingQuery<T>> delayedTooLong = new LinkedHashSet<>();

    /**
     * Makes an empty structure.
     *
     * @param counted whether queries ahead are counted; they do not matter without a budget
     * @param gap the time between two starts that are spread evenly; the bound uses it
     */
    QueriesAhead(boolean counted, long gap) {
        this.counted = counted;
        this.byFirstDeadline = new DeadlineTree<>(gap);
    }

    boolean counted() {
        return counted;
    }

    void put(WaitingQuery<T> query, boolean ready) {
        long first = query.firstDeadline();
        byFirstDeadline.insert(query, first, query.sequence, ahead(query, first));
        if (query.notBefore >= first) {
            delayedTooLong.add(query);
        }
        if (ready) {
            markReady(query);
        }
    }

    void remove(WaitingQuery<T> query, boolean ready) {
        byFirstDeadline.remove(query.firstDeadline(), query.sequence);
        delayedTooLong.remove(query);
        if (ready && counted) {
            readyByLatestDeadline.remove(query.latestDeadline(), query.sequence);
            byFirstDeadline.addUpTo(query.latestDeadline(), query.sequence, -1);
        }
    }

    /** Notes that a query, which is here, may be asked from now on. */
    void markReady(WaitingQuery<T> query) {
        if (counted) {
            readyByLatestDeadline.insert(query, query.latestDeadline(), query.sequence, 0);
            byFirstDeadline.addUpTo(query.latestDeadline(), query.sequence, 1);
        }
    }

    /** The number of queries that are ahead of the given one and cannot expire before the deadline. */
    int ahead(WaitingQuery<T> query, long deadline) {
        return counted ? readyByLatestDeadline.countFrom(deadline, query.sequence) : 0;
    }

    /**
     * The queries that the bound does not exclude, together with those that may not be asked before their first
     * deadline; in the order of arrival.
     */
    List<WaitingQuery<T>> search(DeadlineTree.Bound bound) {
        Set<WaitingQuery<T>> found = new LinkedHashSet<>(delayedTooLong);
        byFirstDeadline.forEach(bound, found::add);
        List<WaitingQuery<T>> inOrder = new ArrayList<>(found);
        inOrder.sort(WaitingQuery.BY_ARRIVAL);
        return inOrder;
    }
}
