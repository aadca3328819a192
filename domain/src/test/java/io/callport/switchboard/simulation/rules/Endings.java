package io.callport.switchboard.simulation.rules;

import io.callport.query.Answer;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.switchboard.Request;
import io.callport.switchboard.simulation.model.Asked;
import io.callport.switchboard.simulation.model.Books;
import io.callport.switchboard.simulation.model.Flight;
import io.callport.switchboard.simulation.model.LaneBook;
import io.callport.switchboard.simulation.model.Line;
import io.callport.switchboard.simulation.model.Waits;
import java.util.ArrayList;
import java.util.List;

/** What follows from the end of a request: S7. */
final class Endings {
    private final Books books;
    private final Memory memory;

    Endings(Books books, Memory memory) {
        this.books = books;
        this.memory = memory;
    }

    void ended(Request request, Outcome outcome, long now) {
        Sent sent = outcome.fold(answer -> Sent.YES, QueryFailure::sent);
        Flight flight = books.land(request, sent, now);
        if (flight != null) {
            outcome.fold(answer -> answered(flight, outcome, answer), failure -> failed(flight, outcome, failure, now));
        }
    }

    private Void answered(Flight flight, Outcome outcome, Answer answer) {
        flight.lane.closure.answered();
        memory.answered(flight, answer);
        flight.shared = flight.riders.size();
        flight.riders.forEach(asked -> books.settle(asked, outcome));
        return null;
    }

    private Void failed(Flight flight, Outcome outcome, QueryFailure failure, long now) {
        flight.lane.closure.failed(failure, now);
        List<Asked> riders = new ArrayList<>(flight.riders);
        flight.shared = riders.size();
        for (Asked asked : riders) {
            asked.lastFailure = failure;
            if (tryAgain(asked, failure)) {
                backOff(asked, flight.failures + 1, now);
            } else {
                books.settle(asked, outcome);
            }
        }
        return null;
    }

    private boolean tryAgain(Asked asked, QueryFailure failure) {
        boolean left = asked.attempts < books.scenario.retries().attempts();
        return failure.reason() == Reason.VENDOR_UNAVAILABLE && left;
    }

    private void backOff(Asked asked, int failures, long now) {
        LaneBook lane = asked.lane;
        Line line = books.wait(asked, now);
        line.backoffFrom = now;
        line.backoffTo = Math.max(line.backoffTo, now + Waits.longest(books.scenario.retries(), failures));
        line.failures = failures;
        books.touched.add(lane);
    }
}
