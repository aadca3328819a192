package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.Violation.unless;

import io.callport.switchboard.Request;
import io.callport.switchboard.simulation.model.Asked;
import io.callport.switchboard.simulation.model.Books;
import io.callport.switchboard.simulation.model.Flight;
import io.callport.switchboard.simulation.model.LaneBook;
import io.callport.switchboard.simulation.model.Line;

/** Whether a request may start: S2, S4, S5 and S7. */
final class Starts {
    private final Books books;

    Starts(Books books) {
        this.books = books;
    }

    void check(Request request, long now) {
        LaneBook lane = books.lane(request.account());
        Line line = lane.lines.get(request.query());
        unless(line != null, "S4", request + " starts, though nobody waits for it");
        unless(!books.stopped, "S7", request + " starts after the stop");
        unless(lane.slots.free(now), "S2", request + " starts without a free slot");
        unless(lane.gatheredAt(line.query) <= now, "S4", request + " starts too soon after the last equal one");
        unless(room(lane), "S5", request + " starts beyond the limits of requests");
        unless(lane.closure.closedUntil <= now, "S7", request + " starts on a closed lane");
        unless(!lane.closure.probing() || lane.flights.isEmpty(), "S7", request + " starts beside a trial request");
        unless(line.backoffFrom <= now, "S7", request + " starts before its backoff is over");
        check(books.depart(request, line, lane, now));
    }

    private void check(Flight flight) {
        Request request = flight.request;
        int most = books.scenario.retries().attempts();
        for (Asked asked : flight.riders) {
            unless(asked.attempts <= most, "S7", request + " is one attempt too many for " + asked);
        }
        unless(request.attempt() == flight.failures + 1, "S7", request + " is attempt " + (flight.failures + 1));
    }

    private boolean room(LaneBook lane) {
        boolean own = lane.flights.size() < books.scenario.limits().requestsPerAccount();
        boolean total = books.flights.size() < books.scenario.limits().requests();
        return own && (total || lane.flights.isEmpty());
    }
}
