package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.RuleViolation.unless;

import io.callport.switchboard.Limits;
import io.callport.switchboard.simulation.model.ModelCommand;
import io.callport.switchboard.simulation.model.ModelLane;
import io.callport.switchboard.simulation.model.ModelState;
import io.callport.switchboard.simulation.model.ModelWaitingQuery;
import java.util.Collection;
import java.util.List;

/** S3, S5 and S7: after an advance no lane that has a waiting query, a free slot and room is idle. */
final class IdlenessRule {
    private static final int MANY_LANES = 16;
    private static final int ALL_EVERY = 64;

    private final ModelState state;
    private final TurnRule turns;
    private final Limits limits;
    private long checks;

    IdlenessRule(ModelState state, TurnRule turns) {
        this.state = state;
        this.turns = turns;
        this.limits = state.scenario.limits();
    }

    void check(long now) {
        boolean all = state.lanes.size() <= MANY_LANES || checks++ % ALL_EVERY == 0;
        Collection<ModelLane> looked = all ? state.lanes.values() : state.touched;
        for (ModelLane lane : looked) {
            checkLocked(lane, now);
            if (lane.waiting > 0 && !state.stopped && room(lane) && open(lane, now) && lane.slots.free(now)) {
                checkLines(lane, now);
            }
        }
        turns.check(looked, now);
    }

    /** S7: nothing waits for an account that the vendor does not know, but what is to be tried again. */
    private static void checkLocked(ModelLane lane, long now) {
        for (ModelWaitingQuery waitingQuery :
                lane.closure.locked(now) ? lane.inOrder() : List.<ModelWaitingQuery>of()) {
            for (ModelCommand tracked : waitingQuery.commands) {
                unless(tracked.attempts > 0, "S7", tracked + " waits on lane " + lane + ", which is unauthorized");
            }
        }
    }

    private static void checkLines(ModelLane lane, long now) {
        for (ModelWaitingQuery waitingQuery : lane.waitingQueries.values()) {
            unless(
                    lane.readyTo(waitingQuery) > now,
                    "S3",
                    waitingQuery.query + " waits on lane " + lane + ", though it may be asked");
        }
    }

    private boolean room(ModelLane lane) {
        int requestsInFlight = lane.requestsInFlight.size();
        return (requestsInFlight == 0 && TurnRule.room(state))
                || (requestsInFlight < limits.requestsPerAccount()
                        && state.requestsInFlight.size() < limits.requests());
    }

    private static boolean open(ModelLane lane, long now) {
        return lane.closure.closedUntil <= now && (!lane.closure.probing() || lane.requestsInFlight.isEmpty());
    }
}
