package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.Violation.unless;

import io.callport.switchboard.Limits;
import io.callport.switchboard.simulation.model.Asked;
import io.callport.switchboard.simulation.model.Books;
import io.callport.switchboard.simulation.model.LaneBook;
import io.callport.switchboard.simulation.model.Line;
import java.util.Collection;
import java.util.List;

/** S3, S5 and S7: after an advance no lane has a query to ask, a free slot and room, and starts nothing. */
final class Idleness {
    private static final int MANY_LANES = 16;
    private static final int ALL_EVERY = 64;

    private final Books books;
    private final Limits limits;
    private long checks;

    Idleness(Books books) {
        this.books = books;
        this.limits = books.scenario.limits();
    }

    void check(long now) {
        boolean all = books.lanes.size() <= MANY_LANES || checks++ % ALL_EVERY == 0;
        Collection<LaneBook> looked = all ? books.lanes.values() : books.touched;
        for (LaneBook lane : looked) {
            checkLocked(lane, now);
            if (lane.waiting > 0 && !books.stopped && room(lane) && open(lane, now) && lane.slots.free(now)) {
                checkLines(lane, now);
            }
        }
    }

    /** S7: nothing waits for an account that the vendor does not know, but what is to be tried again. */
    private static void checkLocked(LaneBook lane, long now) {
        for (Line line : lane.closure.locked(now) ? lane.inOrder() : List.<Line>of()) {
            for (Asked asked : line.asked) {
                unless(asked.attempts > 0, "S7", asked + " waits on lane " + lane + ", which is unauthorized");
            }
        }
    }

    private static void checkLines(LaneBook lane, long now) {
        for (Line line : lane.lines.values()) {
            unless(
                    lane.askableTo(line) > now,
                    "S3",
                    line.query + " waits on lane " + lane + ", though it may be asked");
        }
    }

    private boolean room(LaneBook lane) {
        int flights = lane.flights.size();
        return flights == 0 || (flights < limits.requestsPerAccount() && books.flights.size() < limits.requests());
    }

    private static boolean open(LaneBook lane, long now) {
        return lane.closure.closedUntil <= now && (!lane.closure.probing() || lane.flights.isEmpty());
    }
}
