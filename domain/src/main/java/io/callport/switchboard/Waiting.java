package io.callport.switchboard;

import io.callport.query.QueryFailure;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A command without its result yet, by identity. */
final class Waiting<T> {
    static final Comparator<Waiting<?>> BY_ARRIVAL = Comparator.comparingLong(w -> w.sequence);
    static final Comparator<Waiting<?>> BY_DEADLINE =
            Comparator.<Waiting<?>>comparingLong(w -> w.deadline).thenComparing(BY_ARRIVAL);

    final Command<T> command;
    final Lane<T> lane;
    final long acceptedAt;
    private final long deadline; // the command's, at hand
    private final long sequence;
    private int attempts;
    private @Nullable QueryFailure lastFailure;

    Waiting(Command<T> command, Lane<T> lane, long sequence, long acceptedAt) {
        this.command = command;
        this.lane = lane;
        this.acceptedAt = acceptedAt;
        this.deadline = command.deadline();
        this.sequence = sequence;
    }

    /** When it came in, among all commands. */
    long sequence() {
        return sequence;
    }

    /** Whether it waits in its lane's queue; if not, its request is in flight or about to be tried again. */
    boolean queued() {
        return lane.queue.contains(this);
    }

    /** A request was made for it. */
    void asked() {
        attempts++;
    }

    int attempts() {
        return attempts;
    }

    void failed(QueryFailure failure) {
        lastFailure = failure;
    }

    /** S6: why it is refused when its time is up: an attempt's failure, if one failed, or else that. */
    QueryFailure failureOr(QueryFailure otherwise) {
        return lastFailure == null ? otherwise : lastFailure;
    }
}
