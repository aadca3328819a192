package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.Violation.unless;

import io.callport.switchboard.Effects;
import io.callport.switchboard.Switchboard;
import io.callport.switchboard.simulation.model.Books;

/** S8: what the switchboard says of its size, and that it wakes up in time and holds nothing when there is nothing. */
final class Size {
    private final Books books;

    Size(Books books) {
        this.books = books;
    }

    void check(Switchboard<Long> board, Effects<Long> effects, long now) {
        int pending = books.pending.size();
        int flights = books.flights.size();
        unless(board.pending() == pending, "S8", board.pending() + " pending instead of " + pending);
        unless(
                board.requestsInFlight() == flights,
                "S8",
                board.requestsInFlight() + " in flight instead of " + flights);
        boolean full = pending >= books.scenario.limits().waiting();
        unless(board.full() == full, "S8", "full is " + board.full() + " with " + pending + " pending");
        unless(effects.wakeAt() > now, "S8", "asks to be woken up at once");
        unless(effects.wakeAt() <= books.nextDeadline(), "S1", "asks to be woken up after the next deadline");
    }

    void drained(Switchboard<Long> board) {
        int held = Footprint.of(board);
        int remembered = 3 * books.scenario.limits().remembered();
        unless(held <= remembered, "S8", "holds " + held + " entries with nothing left to do");
    }
}
