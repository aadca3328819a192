package io.callport.switchboard.simulation.rules;

import io.callport.switchboard.simulation.model.Asked;
import io.callport.switchboard.simulation.model.Books;
import io.callport.switchboard.simulation.model.LaneBook;
import io.callport.switchboard.simulation.model.Line;
import io.callport.switchboard.simulation.model.Violation;
import java.util.List;

/**
 * S6: which commands are certain to be late, from the model's own forecast: when slots are free if every request in flight
 * ended now, and how many queries are ahead that cannot expire first. Backoff is random, so what is certain and what is
 * possible differ.
 */
final class Lateness {
    private static final int LONG_LANE = 40;
    private static final int LONG_LANES_EVERY = 32;

    private final Books books;
    private long checks;

    Lateness(Books books) {
        this.books = books;
    }

    /** Whether a waiting command may already be certain to be late, as far as the model can tell. */
    boolean possible(Asked asked, long now) {
        Line line = asked.lane.lines.get(asked.query());
        if (line == null || !line.asked.contains(asked)) {
            return false;
        }
        long[] starts = starts(asked.lane, now, asked.lane.closure.closedUntil);
        int ahead = 0;
        for (Line other : asked.lane.lines.values()) {
            boolean before = other.place() < line.place() && asked.lane.askableFrom(other) <= now;
            ahead += before && other.latestDeadline() >= asked.deadline() ? 1 : 0;
        }
        return Math.max(starts[ahead], asked.lane.askableTo(line)) >= asked.deadline();
    }

    /** No command waits that is certain to be late. */
    void check(long now) {
        checks++;
        for (LaneBook lane : books.touched) {
            if (lane.waiting > 0 && (lane.lines.size() < LONG_LANE || checks % LONG_LANES_EVERY == 0)) {
                check(lane, now);
            }
        }
    }

    private void check(LaneBook lane, long now) {
        long[] starts = starts(lane, now, lane.closure.closedUntil);
        List<Line> lines = lane.inOrder();
        long[] latest = lines.stream().mapToLong(Line::latestDeadline).toArray();
        boolean[] askable = new boolean[latest.length];
        int place = 0;
        for (Line line : lines) {
            askable[place] = lane.askableTo(line) <= now;
            for (Asked asked : line.asked) {
                int ahead = 0;
                for (int i = 0; i < place; i++) {
                    ahead += askable[i] && latest[i] >= asked.deadline() ? 1 : 0;
                }
                long start = Math.max(starts[ahead], lane.askableFrom(line));
                Violation.unless(start < asked.deadline(), "S6", asked + " waits on, though it is certain to be late");
            }
            place++;
        }
    }

    private static long[] starts(LaneBook lane, long now, long openFrom) {
        return lane.slots.forecast(lane.lines.size() + 1, now, openFrom);
    }
}
