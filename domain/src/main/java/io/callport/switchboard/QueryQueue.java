package io.callport.switchboard;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The queue of one lane: waiting queries in the order of their first command, each with the commands that share it. */
final class QueryQueue<T> {
    private final Map<QueryKey, WaitingQuery<T>> byKey = new HashMap<>();
    private final TreeSet<WaitingQuery<T>> ready = new TreeSet<>(WaitingQuery.BY_ARRIVAL);
    private final TreeSet<WaitingQuery<T>> delayed = new TreeSet<>(WaitingQuery.BY_TIME);
    private final TreeSet<PendingCommand<T>> commands = new TreeSet<>(PendingCommand.BY_ARRIVAL);
    private final QueriesAhead<T> ahead;
    private long weight;

    /** @param ahead empty; is kept up to date */
    QueryQueue(QueriesAhead<T> ahead) {
        this.ahead = ahead;
    }

    /** S4: adds a command to an equal query, or as a new query that may not be asked before {@code notBefore}. */
    void add(PendingCommand<T> command, long notBefore) {
        WaitingQuery<T> query = byKey.get(command.key);
        if (query == null) {
            query = new WaitingQuery<>(command.key, command.sequence(), notBefore, 0);
            query.commands.add(command);
            insert(query);
        } else {
            ahead.remove(query, ready.contains(query));
            query.commands.add(command);
            ahead.put(query, ready.contains(query));
        }
        commands.add(command);
        weight += command.weight();
    }

    /** S7: lets commands whose request failed wait again, together with commands that asked the same meanwhile. */
    void addAgain(Collection<PendingCommand<T>> again, QueryKey key, long notBefore, int failures) {
        WaitingQuery<T> meanwhile = byKey.get(key);
        long sequence = again.stream().mapToLong(PendingCommand::sequence).min().orElseThrow();
        long later = meanwhile == null ? notBefore : Math.max(notBefore, meanwhile.notBefore);
        long earlier = meanwhile == null ? sequence : Math.min(sequence, meanwhile.sequence);
        WaitingQuery<T> merged = new WaitingQuery<>(key, earlier, later, failures);
        if (meanwhile != null) {
            drop(meanwhile);
            merged.commands.addAll(meanwhile.commands);
        }
        merged.commands.addAll(again);
        commands.addAll(again);
        weight += weightOf(again);
        insert(merged);
    }

    boolean contains(PendingCommand<T> command) {
        return commands.contains(command);
    }

    /** Removes a command; false if the command does not wait here. */
    boolean remove(PendingCommand<T> command) {
        if (!commands.remove(command)) {
            return false;
        }
        weight -= command.weight();
        WaitingQuery<T> query = query(command);
        if (query.commands.size() == 1) {
            drop(query);
        } else {
            ahead.remove(query, ready.contains(query));
            query.commands.remove(command);
            ahead.put(query, ready.contains(query));
        }
        return true;
    }

    /** S4: removes the query that has waited longest and may be asked now, with all its commands. */
    WaitingQuery<T> poll() {
        WaitingQuery<T> first = ready.first();
        drop(first);
        commands.removeAll(first.commands);
        weight -= weightOf(first.commands);
        return first;
    }

    /** Makes the delayed queries ready whose time has come. */
    void releaseDelayed(long now) {
        while (!delayed.isEmpty() && delayed.first().notBefore <= now) {
            WaitingQuery<T> query = delayed.pollFirst();
            ready.add(query);
            ahead.markReady(query);
        }
    }

    /** Whether a query may be asked; {@link #releaseDelayed} says which ones may. */
    boolean hasReady() {
        return !ready.isEmpty();
    }

    /** Whether every query that waits may be asked. */
    boolean allReady() {
        return delayed.isEmpty();
    }

    /**
     * The time at which the next query that may not be asked now may be asked; {@link Long#MAX_VALUE} if there is none.
     */
    long nextReady() {
        return delayed.isEmpty() ? Long.MAX_VALUE : delayed.first().notBefore;
    }

    /** The time at which an equal waiting query may be asked; now if none waits. */
    long notBefore(QueryKey key, long now) {
        WaitingQuery<T> waiting = byKey.get(key);
        return waiting == null ? now : waiting.notBefore;
    }

    /** S6: what is ahead of the queries, kept up to date. */
    QueriesAhead<T> ahead() {
        return ahead;
    }

    /** The command that came last. */
    @Nullable
    PendingCommand<T> newest() {
        return commands.isEmpty() ? null : commands.last();
    }

    /** The command that came first. */
    @Nullable
    PendingCommand<T> oldest() {
        return commands.isEmpty() ? null : commands.first();
    }

    List<PendingCommand<T>> all() {
        return List.copyOf(commands);
    }

    /** The number of commands that wait. */
    int size() {
        return commands.size();
    }

    /** S8: the bytes that the waiting commands take. */
    long weight() {
        return weight;
    }

    private static <T> long weightOf(Collection<PendingCommand<T>> commands) {
        return commands.stream().mapToLong(PendingCommand::weight).sum();
    }

    /** The number of queries that wait. */
    int queries() {
        return byKey.size();
    }

    WaitingQuery<T> query(PendingCommand<T> command) {
        WaitingQuery<T> query = byKey.get(command.key);
        if (query == null) {
            throw new IllegalStateException("a command that waits has its query");
        }
        return query;
    }

    private void insert(WaitingQuery<T> query) {
        byKey.put(query.key, query);
        delayed.add(query);
        ahead.put(query, false);
    }

    private void drop(WaitingQuery<T> query) {
        ahead.remove(query, ready.contains(query));
        byKey.remove(query.key);
        ready.remove(query);
        delayed.remove(query);
    }
}
