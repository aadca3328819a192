package io.callport.switchboard.simulation.rules;

import io.callport.switchboard.Command;
import io.callport.switchboard.simulation.model.Asked;
import io.callport.switchboard.simulation.model.Books;
import io.callport.switchboard.simulation.model.Flight;

/** Where a new command goes: S4. */
final class Arrivals {
    private final Books books;
    private final Overload overload;
    private final Lateness lateness;

    Arrivals(Books books, Overload overload, Lateness lateness) {
        this.books = books;
        this.overload = overload;
        this.lateness = lateness;
    }

    void accepted(Command<Long> command, long now) {
        Asked asked = books.add(command, now);
        Flight flight = books.lastFlight(asked.lane, asked.query());
        if (flight != null && asked.allows(flight.startedAt)) {
            books.board(asked, flight);
            return;
        }
        overload.arrives(asked, now);
        books.wait(asked, now);
        asked.lateFromTheStart = lateness.possible(asked, now);
    }
}
