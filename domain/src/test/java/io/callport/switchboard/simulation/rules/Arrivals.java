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
    private final Memory memory;

    Arrivals(Books books, Overload overload, Lateness lateness, Memory memory) {
        this.books = books;
        this.overload = overload;
        this.lateness = lateness;
        this.memory = memory;
    }

    void accepted(Command<Long> command, long now) {
        Asked asked = books.add(command, now);
        memory.arrives(asked, now);
        Flight flight = books.lastFlight(asked.lane, asked.query());
        if (flight != null && asked.joins(flight.startedAt)) {
            overload.joins(asked);
            books.board(asked, flight);
            return;
        }
        overload.arrives(asked);
        books.wait(asked, now);
        asked.lateFromTheStart = lateness.possible(asked, now);
    }
}
