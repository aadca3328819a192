package io.callport.switchboard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A request in flight, with the commands that it will answer. */
final class InFlightRequest<T> {
    final Request request;
    final QueryKey key;
    final Lane<T> lane;
    final long startedAt;
    /** The number of requests of this query that failed in a row before. */
    final int failures;

    final Set<PendingCommand<T>> commands = new LinkedHashSet<>();

    InFlightRequest(Request request, QueryKey key, Lane<T> lane, long startedAt, int failures) {
        this.request = request;
        this.key = key;
        this.lane = lane;
        this.startedAt = startedAt;
        this.failures = failures;
    }

    /** Adds a command that this request will answer too. */
    void add(PendingCommand<T> command) {
        command.countAttempt();
        command.request = this;
        commands.add(command);
    }

    /** S8: forgets a command that has its result before the request ends. */
    void remove(PendingCommand<T> command) {
        commands.remove(command);
    }

    /** The attachments of the request's first commands, in the order in which the commands came in. */
    List<T> attachments(int most) {
        if (most == 1) {
            return commands.stream().min(PendingCommand.BY_ARRIVAL).map(PendingCommand::attachment).stream()
                    .toList();
        }
        return commands.stream()
                .sorted(PendingCommand.BY_ARRIVAL)
                .limit(most)
                .map(PendingCommand::attachment)
                .toList();
    }

    /** S4: whether the request's answer is young enough for a command that comes in now. */
    boolean youngEnough(Command<T> command, long now) {
        return !command.maxAge().isZero() && now - startedAt <= command.maxAge().toNanos();
    }
}
