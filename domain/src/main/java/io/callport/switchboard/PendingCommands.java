package io.callport.switchboard;

import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.switchboard.Result.RequestSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * S1: the commands that have no result yet, by deadline, and the results that are ready. A command leaves the set as it
 * gets its result, and gets one only if it was in the set.
 */
final class PendingCommands<T> {
    private final TreeSet<PendingCommand<T>> pending = new TreeSet<>(PendingCommand.BY_DEADLINE);
    private List<Result<T>> results = new ArrayList<>();
    private long weight;

    void add(PendingCommand<T> command) {
        pending.add(command);
        weight += command.weight();
    }

    /** S8: the bytes that the commands in the set take. */
    long weight() {
        return weight;
    }

    boolean contains(PendingCommand<T> command) {
        return pending.contains(command);
    }

    /** Removes the commands whose attachments match, without a result; returns the commands in no order. */
    List<PendingCommand<T>> removeIf(Predicate<T> attachments) {
        List<PendingCommand<T>> removed = pending.stream()
                .filter(command -> attachments.test(command.attachment()))
                .toList();
        removed.forEach(this::remove);
        return removed;
    }

    /** Removes the next command that has expired; {@code null} if there is none. */
    @Nullable
    PendingCommand<T> pollExpired(long now) {
        if (nextDeadline() > now) {
            return null;
        }
        PendingCommand<T> expired = pending.first();
        remove(expired);
        return expired;
    }

    private boolean remove(PendingCommand<T> command) {
        boolean removed = pending.remove(command);
        weight -= removed ? command.weight() : 0;
        return removed;
    }

    /** The earliest deadline; {@link Long#MAX_VALUE} if there is no command. */
    long nextDeadline() {
        return pending.isEmpty() ? Long.MAX_VALUE : pending.first().deadline();
    }

    int size() {
        return pending.size();
    }

    /** Makes the outcome of a request the result of each of its commands that has no result yet. */
    void complete(List<PendingCommand<T>> commands, InFlightRequest<T> request, Outcome outcome, long now) {
        List<PendingCommand<T>> waiting = commands.stream().filter(this::remove).toList();
        for (PendingCommand<T> pendingCommand : waiting) {
            RequestSummary summary =
                    new RequestSummary(request.startedAt, now, pendingCommand.attempts(), waiting.size());
            results.add(new Result<>(pendingCommand.command, outcome, summary));
        }
    }

    /** Refuses a command, if it has no result yet. */
    void refuse(PendingCommand<T> pendingCommand, QueryFailure failure) {
        if (remove(pendingCommand)) {
            refuse(pendingCommand.command, failure);
        }
    }

    /** Refuses a command that is not in the set. */
    void refuse(Command<T> command, QueryFailure failure) {
        addResult(new Result<>(command, new Outcome.Failed(failure), null));
    }

    /** Adds the result of a command that is not in the set. */
    void addResult(Result<T> result) {
        results.add(result);
    }

    /** Removes all results that are ready. */
    List<Result<T>> drainResults() {
        List<Result<T>> drained = results;
        results = new ArrayList<>();
        return drained;
    }
}
