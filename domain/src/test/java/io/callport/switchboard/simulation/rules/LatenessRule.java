package io.callport.switchboard.simulation.rules;

import io.callport.switchboard.simulation.model.ModelCommand;
import io.callport.switchboard.simulation.model.ModelLane;
import io.callport.switchboard.simulation.model.ModelState;
import io.callport.switchboard.simulation.model.ModelWaitingQuery;
import io.callport.switchboard.simulation.model.RuleViolation;
import java.util.List;

/**
 * S6: the commands that are certain to be late, from the model's own forecast: the times at which slots are free if
 * every request in flight ended now, and the number of queries ahead that cannot expire first. Backoff is random, so
 * certainty and possibility differ.
 */
final class LatenessRule {
    private static final int LONG_LANE = 40;
    private static final int LONG_LANES_EVERY = 32;

    private final ModelState state;
    private long checks;

    LatenessRule(ModelState state) {
        this.state = state;
    }

    /** Whether a waiting command may already be certain to be late, as far as the model knows. */
    boolean possible(ModelCommand tracked, long now) {
        ModelWaitingQuery waitingQuery = tracked.lane.waitingQueries.get(tracked.query());
        if (waitingQuery == null || !waitingQuery.commands.contains(tracked)) {
            return false;
        }
        long[] starts = starts(tracked.lane, now, tracked.lane.closure.closedUntil);
        int ahead = 0;
        for (ModelWaitingQuery other : tracked.lane.waitingQueries.values()) {
            boolean before = other.place() < waitingQuery.place() && tracked.lane.readyFrom(other) <= now;
            ahead += before && other.latestDeadline() >= tracked.deadline() ? 1 : 0;
        }
        return Math.max(starts[ahead], tracked.lane.readyTo(waitingQuery)) >= tracked.deadline();
    }

    /** No command waits that is certain to be late. */
    void check(long now) {
        checks++;
        for (ModelLane lane : state.touched) {
            if (lane.waiting > 0 && (lane.waitingQueries.size() < LONG_LANE || checks % LONG_LANES_EVERY == 0)) {
                check(lane, now);
            }
        }
    }

    private void check(ModelLane lane, long now) {
        long[] starts = starts(lane, now, lane.closure.closedUntil);
        List<ModelWaitingQuery> waitingQueries = lane.inOrder();
        long[] latest = waitingQueries.stream()
                .mapToLong(ModelWaitingQuery::latestDeadline)
                .toArray();
        boolean[] ready = new boolean[latest.length];
        int place = 0;
        for (ModelWaitingQuery waitingQuery : waitingQueries) {
            ready[place] = lane.readyTo(waitingQuery) <= now;
            for (ModelCommand tracked : waitingQuery.commands) {
                int ahead = 0;
                for (int i = 0; i < place; i++) {
                    ahead += ready[i] && latest[i] >= tracked.deadline() ? 1 : 0;
                }
                long start = Math.max(starts[ahead], lane.readyFrom(waitingQuery));
                RuleViolation.unless(
                        start < tracked.deadline(), "S6", tracked + " waits on, though it is certain to be late");
            }
            place++;
        }
    }

    private static long[] starts(ModelLane lane, long now, long openFrom) {
        return lane.slots.forecast(lane.waitingQueries.size() + 1, now, openFrom);
    }
}
