package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.RuleViolation.unless;

import io.callport.switchboard.simulation.model.ModelLane;
import io.callport.switchboard.simulation.model.ModelState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * S5: no more requests are in flight in all than four times the total, and at that bound lanes take turns: while a lane
 * with nothing in flight could start a request, no other lane starts two.
 */
final class TurnRule {
    private static final int EXCEPTION_FACTOR = 4;
    private static final int MANY_LANES = 64; // each start is compared with all that wait

    private final ModelState state;

    /** The lanes that only the bound keeps from starting, each with the lanes that started a request since. */
    private final Map<ModelLane, Set<ModelLane>> kept = new HashMap<>();

    TurnRule(ModelState state) {
        this.state = state;
    }

    /** Whether the bound leaves room for a request. */
    static boolean room(ModelState state) {
        return state.requestsInFlight.size()
                < (long) EXCEPTION_FACTOR * state.scenario.limits().requests();
    }

    void starts(ModelLane lane) {
        unless(room(state), "S5", "more requests are in flight than any account may start: " + lane);
        kept.remove(lane);
        kept.forEach((waits, passedBy) ->
                unless(passedBy.add(lane), "S5", lane + " starts twice while lane " + waits + " waits for its turn"));
    }

    /** After an advance: the lanes that still wait for their turn, and those that do now. */
    void check(Collection<ModelLane> lanes, long now) {
        if (room(state) || state.stopped || state.lanes.size() > MANY_LANES) {
            kept.clear();
            return;
        }
        kept.keySet().removeIf(lane -> !waits(lane, now));
        for (ModelLane lane : lanes) {
            if (waits(lane, now)) {
                kept.computeIfAbsent(lane, it -> new HashSet<>());
            }
        }
    }

    private static boolean waits(ModelLane lane, long now) {
        return lane.waiting > 0
                && lane.requestsInFlight.isEmpty()
                && lane.closure.closedUntil <= now
                && lane.slots.free(now)
                && lane.waitingQueries.values().stream().anyMatch(query -> lane.readyTo(query) <= now);
    }
}
