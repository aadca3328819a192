package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.Violation.unless;

import io.callport.query.Answer;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.switchboard.Result;
import io.callport.switchboard.Result.Exchange;
import io.callport.switchboard.simulation.model.Asked;
import io.callport.switchboard.simulation.model.Books;
import io.callport.switchboard.simulation.model.Flight;
import java.util.ArrayList;
import java.util.List;

/** S1: one result per command, the right one, in time. */
final class Results {
    private final Books books;
    private final Refusals refusals;
    private final Memory memory;
    private final List<Result<Long>> undecided = new ArrayList<>();

    Results(Books books, Overload overload, Lateness lateness, Memory memory) {
        this.books = books;
        this.refusals = new Refusals(overload, lateness);
        this.memory = memory;
    }

    void check(Result<Long> result, long now) {
        Asked asked = books.pending.get(result.command().origin());
        String what = result.command().origin() + " " + result.outcome();
        unless(asked != null && result.command().equals(asked.command), "S1", "a result that nobody awaits: #" + what);
        boolean decided = result.outcome()
                .fold(answer -> answered(asked, result, answer), failure -> failed(asked, failure, now));
        if (decided) {
            books.close(asked);
        } else {
            undecided.add(result);
        }
    }

    /** After the starts of an advance: what was no reason to refuse before them may be one now. */
    void checkUndecided(long now) {
        for (Result<Long> result : undecided) {
            Asked asked = books.pending.get(result.command().origin());
            unless(
                    refusals.late(asked, now),
                    "S6",
                    asked + " is refused, though it may be in time: " + result.outcome());
            books.close(asked);
        }
        undecided.clear();
    }

    private boolean answered(Asked asked, Result<Long> result, Answer answer) {
        Exchange exchange = result.exchange();
        unless(exchange != null, "S1", asked + " has an answer without an exchange");
        boolean fresh = asked.allows(exchange.startedAt());
        unless(fresh, "S4", asked + " has an answer that is older than it allows");
        if (asked.due == null) {
            unless(memory.fits(asked, answer, exchange), "S4", asked + " has an answer out of nowhere");
            books.passBy(asked);
        } else {
            unless(asked.due.equals(result.outcome()), "S1", asked + " has another answer than its request's");
            check(asked, exchange);
        }
        return true;
    }

    private static void check(Asked asked, Exchange exchange) {
        Flight flight = asked.flight;
        Exchange right = new Exchange(flight.startedAt, flight.endedAt, asked.attempts, flight.shared);
        unless(right.equals(exchange), "S4", asked + " has " + exchange + " instead of " + right);
    }

    private boolean failed(Asked asked, QueryFailure failure, long now) {
        boolean due =
                asked.due instanceof Outcome.Failed known && known.failure().reason() == failure.reason();
        boolean timeUp = asked.deadline() <= now;
        if (due) {
            return true;
        }
        unless(asked.due == null || timeUp, "S1", asked + " is refused instead of " + asked.due);
        return refusals.check(asked, failure, now);
    }

    /** After all results of an advance: none is missing. */
    void nothingLeft(long now) {
        for (Asked asked : books.due) {
            boolean open = books.pending.get(asked.command.origin()) == asked;
            unless(!open, "S1", asked + " has no result, though its request ended");
        }
        books.due.clear();
        memory.check();
        unless(books.nextDeadline() > now, "S1", "a deadline passed without a result");
    }
}
