package io.callport.switchboard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A request in flight, with the commands that it will answer. */
final class Flight<T> {
    final Request request;
    final Lane<T> lane;
    final long startedAt;
    /** How many requests of this query failed in a row before. */
    final int failures;

    final Set<Waiting<T>> commands = new LinkedHashSet<>();

    Flight(Request request, Lane<T> lane, long startedAt, int failures) {
        this.request = request;
        this.lane = lane;
        this.startedAt = startedAt;
        this.failures = failures;
    }

    /** It asks for that command too. */
    void carry(Waiting<T> command) {
        command.asked();
        commands.add(command);
    }

    /** Where its first commands came from, in the order in which they came in. */
    List<T> origins(int most) {
        if (most == 1) {
            return commands.stream().min(Waiting.BY_ARRIVAL).map(waiting -> waiting.command.origin()).stream()
                    .toList();
        }
        return commands.stream()
                .sorted(Waiting.BY_ARRIVAL)
                .limit(most)
                .map(waiting -> waiting.command.origin())
                .toList();
    }

    /** S4: whether its answer is young enough for a command that comes in now. */
    boolean youngEnough(Command<T> command, long now) {
        return !command.maxAge().isZero() && now - startedAt <= command.maxAge().toNanos();
    }
}
