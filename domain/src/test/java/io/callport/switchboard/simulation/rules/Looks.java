package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.Violation.unless;

import io.callport.switchboard.LaneSnapshot;
import io.callport.switchboard.Switchboard;
import io.callport.switchboard.simulation.model.Books;
import io.callport.switchboard.simulation.model.LaneBook;
import java.util.List;

/** What a look at the lanes tells is what the books say. */
final class Looks {
    private static final int STEPS_BETWEEN = 16; // a look costs more than a step

    private final Books books;
    private int steps;

    Looks(Books books) {
        this.books = books;
    }

    void check(Switchboard<Long> board, long now) {
        if (++steps % STEPS_BETWEEN != 0) {
            return;
        }
        List<LaneSnapshot> looks = board.snapshot(now);
        looks.forEach(look -> check(look, books.lane(look.account()), now));
        int waiting = looks.stream().mapToInt(LaneSnapshot::waiting).sum();
        unless(waiting == books.waiting, "look", waiting + " wait instead of " + books.waiting);
    }

    private static void check(LaneSnapshot look, LaneBook lane, long now) {
        int flights = lane.flights.size();
        unless(look.waiting() == lane.waiting, "look", look.waiting() + " wait instead of " + lane.waiting);
        unless(look.requestsInFlight() == flights, "look", look.requestsInFlight() + " in flight, not " + flights);
        long oldest = lane.lines.values().stream()
                .flatMap(line -> line.asked.stream())
                .mapToLong(asked -> now - asked.acceptedAt)
                .max()
                .orElse(0);
        unless(look.oldestWait().toNanos() == oldest, "look", look.oldestWait() + " is not the oldest wait " + oldest);
        long closed = Math.max(lane.closure.closedUntil, now) - now;
        unless(look.closedFor().toNanos() == closed, "look", look.closedFor() + " closed instead of " + closed);
        unless((look.closedBy() != null) == (closed > 0), "look", "closed because of " + look.closedBy());
    }
}
