package io.callport.switchboard;

import io.callport.query.QueryFailure;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A command without its result yet, by identity. */
final class PendingCommand<T> {
    static final Comparator<PendingCommand<?>> BY_ARRIVAL = Comparator.comparingLong(it -> it.sequence);
    static final Comparator<PendingCommand<?>> BY_DEADLINE =
            Comparator.<PendingCommand<?>>comparingLong(it -> it.deadline).thenComparing(BY_ARRIVAL);

    final Command<T> command;
    final QueryKey key;
    final Lane<T> lane;
    final long acceptedAt;
    private final long deadline; // copied from the command, for the comparator
    private final long sequence;
    /** The last request for the command; it may have ended. */
    @Nullable
    InFlightRequest<T> request;

    private int attempts;
    private @Nullable QueryFailure lastFailure;

    PendingCommand(Command<T> command, QueryKey key, Lane<T> lane, long sequence, long acceptedAt) {
        this.command = command;
        this.key = key;
        this.lane = lane;
        this.acceptedAt = acceptedAt;
        this.deadline = command.deadline();
        this.sequence = sequence;
    }

    T attachment() {
        return command.attachment();
    }

    long deadline() {
        return deadline;
    }

    /** S8: the bytes that the command takes. */
    long weight() {
        return command.weight();
    }

    /** The command's place among all commands, in the order in which they came in. */
    long sequence() {
        return sequence;
    }

    /** Whether the command waits in its lane's queue; if not, its request is in flight or about to be tried again. */
    boolean queued() {
        return lane.queue.contains(this);
    }

    void countAttempt() {
        attempts++;
    }

    /** The number of requests that were made for the command. */
    int attempts() {
        return attempts;
    }

    void failed(QueryFailure failure) {
        lastFailure = failure;
    }

    /**
     * S6: the failure of the command when it expires: that of its last attempt, or the given failure if no attempt
     * failed.
     */
    QueryFailure failureOr(QueryFailure otherwise) {
        return lastFailure == null ? otherwise : lastFailure;
    }
}
