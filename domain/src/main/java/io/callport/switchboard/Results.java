package io.callport.switchboard;

import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.switchboard.Result.Exchange;
import java.util.ArrayList;
import java.util.List;

/** S1: the results that are ready; a command gets one only if it has none yet. */
final class Results<T> {
    private final Deadlines<T> deadlines;
    private List<Result<T>> ready = new ArrayList<>();

    Results(Deadlines<T> deadlines) {
        this.deadlines = deadlines;
    }

    void add(Result<T> result) {
        ready.add(result);
    }

    /** How a request ended is the result of those commands. */
    void give(Flight<T> flight, List<Waiting<T>> commands, Outcome outcome, long now) {
        List<Waiting<T>> pending = commands.stream().filter(deadlines::remove).toList();
        for (Waiting<T> command : pending) {
            Exchange exchange = new Exchange(flight.startedAt, now, command.attempts(), pending.size());
            ready.add(new Result<>(command.command, outcome, exchange));
        }
    }

    void refuse(Waiting<T> command, QueryFailure failure) {
        if (deadlines.remove(command)) {
            refuse(command.command, failure);
        }
    }

    void refuse(Command<T> command, QueryFailure failure) {
        ready.add(new Result<>(command, new Outcome.Failed(failure), null));
    }

    List<Result<T>> take() {
        List<Result<T>> taken = ready;
        ready = new ArrayList<>();
        return taken;
    }
}
