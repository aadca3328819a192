package io.callport.switchboard.simulation.rules;

import io.callport.query.Answer;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Outcome;
import io.callport.switchboard.Result;
import io.callport.switchboard.Result.Exchange;
import io.callport.switchboard.simulation.model.Asked;
import io.callport.switchboard.simulation.model.Books;
import io.callport.switchboard.simulation.model.Flight;
import io.callport.switchboard.simulation.model.Violation;

/** S1: one result per command, the right one, in time. */
final class Results {
    private final Books books;
    private final Refusals refusals;
    private final Memory memory;

    Results(Books books, Overload overload, Lateness lateness, Memory memory) {
        this.books = books;
        this.refusals = new Refusals(overload, lateness);
        this.memory = memory;
    }

    void check(Result<Long> result, long now) {
        Asked asked = books.pending.get(result.command().origin());
        String what = result.command().origin() + " " + result.outcome();
        Violation.unless(asked != null && asked.command == result.command(), "S1", "a result that nobody awaits: #" + what);
        result.outcome()
                .fold(answer -> answered(asked, result, answer), failure -> failed(asked, result, failure, now));
        books.close(asked);
    }

    private Void answered(Asked asked, Result<Long> result, Answer answer) {
        Exchange exchange = result.exchange();
        Violation.unless(exchange != null, "S1", asked + " has an answer without an exchange");
        boolean fresh = asked.allows(exchange.startedAt());
        Violation.unless(fresh, "S4", asked + " has an answer that is older than it allows");
        if (asked.due == null) {
            Memory.Remembered known = memory.fit(asked);
            boolean remembered = known != null
                    && known.answer().equals(answer)
                    && known.flight().startedAt == exchange.startedAt();
            Violation.unless(remembered, "S4", asked + " has an answer out of nowhere");
        } else {
            Violation.unless(asked.due.equals(result.outcome()), "S1", asked + " has another answer than its request's");
            check(asked, exchange);
        }
        return null;
    }

    private static void check(Asked asked, Exchange exchange) {
        Flight flight = asked.flight;
        Exchange right = new Exchange(flight.startedAt, flight.endedAt, asked.attempts, flight.shared);
        Violation.unless(right.equals(exchange), "S4", asked + " has " + exchange + " instead of " + right);
    }

    private Void failed(Asked asked, Result<Long> result, QueryFailure failure, long now) {
        boolean due = asked.due instanceof Outcome.Failed known && known.failure().reason() == failure.reason();
        boolean timeUp = asked.deadline() <= now;
        if (!due) {
            Violation.unless(asked.due == null || timeUp, "S1", asked + " is refused instead of " + asked.due);
            refusals.check(asked, failure, now);
        }
        return null;
    }

    /** After all results of an advance: none is missing. */
    void nothingLeft(long now) {
        for (Asked asked : books.due) {
            boolean open = books.pending.get(asked.command.origin()) == asked;
            Violation.unless(!open, "S1", asked + " has no result, though its request ended");
        }
        books.due.clear();
        Violation.unless(books.nextDeadline() > now, "S1", "a deadline passed without a result");
    }
}
