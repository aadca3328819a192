package io.callport.switchboard;

import java.util.Comparator;
import java.util.TreeSet;

/** S4: the equal queries that wait on one lane and become one request. */
final class WaitingQuery<T> {
    static final Comparator<WaitingQuery<?>> BY_ARRIVAL = Comparator.comparingLong(q -> q.sequence);
    static final Comparator<WaitingQuery<?>> BY_TIME =
            Comparator.<WaitingQuery<?>>comparingLong(q -> q.notBefore).thenComparing(BY_ARRIVAL);

    final QueryKey key;
    /** The place of the query's first command in the order of arrival. */
    final long sequence;
    /** The time from which the query may be asked: later than now while it is spaced or backs off. */
    final long notBefore;
    /** The number of the query's requests that failed in a row. */
    final int failures;

    final TreeSet<PendingCommand<T>> commands = new TreeSet<>(PendingCommand.BY_DEADLINE);

    WaitingQuery(QueryKey key, long sequence, long notBefore, int failures) {
        this.key = key;
        this.sequence = sequence;
        this.notBefore = notBefore;
        this.failures = failures;
    }

    long firstDeadline() {
        return commands.first().deadline();
    }

    long latestDeadline() {
        return commands.last().deadline();
    }
}
