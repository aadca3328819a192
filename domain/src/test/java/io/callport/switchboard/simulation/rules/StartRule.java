package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.RuleViolation.unless;

import io.callport.switchboard.Request;
import io.callport.switchboard.simulation.model.ModelCommand;
import io.callport.switchboard.simulation.model.ModelLane;
import io.callport.switchboard.simulation.model.ModelRequest;
import io.callport.switchboard.simulation.model.ModelState;
import io.callport.switchboard.simulation.model.ModelWaitingQuery;

/** S2, S4, S5 and S7: the conditions under which a request may start. */
final class StartRule {
    private final ModelState state;
    private final TurnRule turns;

    StartRule(ModelState state, TurnRule turns) {
        this.state = state;
        this.turns = turns;
    }

    void check(Request request, long now) {
        ModelLane lane = state.lane(request.account());
        ModelWaitingQuery waitingQuery = lane.waitingQueries.get(request.query());
        unless(waitingQuery != null, "S4", request + " starts, though nobody waits for it");
        unless(!state.stopped, "S7", request + " starts after the stop");
        unless(lane.slots.free(now), "S2", request + " starts without a free slot");
        unless(
                lane.spacedUntil(waitingQuery.query) <= now,
                "S4",
                request + " starts too soon after the last equal one");
        unless(room(lane), "S5", request + " starts beyond the limits of requests");
        turns.starts(lane);
        unless(lane.closure.closedUntil <= now, "S7", request + " starts on a closed lane");
        unless(
                !lane.closure.probing() || lane.requestsInFlight.isEmpty(),
                "S7",
                request + " starts beside a trial request");
        unless(waitingQuery.backoffFrom <= now, "S7", request + " starts before its backoff is over");
        check(state.start(request, waitingQuery, lane, now));
    }

    private void check(ModelRequest inFlight) {
        Request request = inFlight.request;
        int most = state.scenario.retries().maxAttempts();
        for (ModelCommand tracked : inFlight.commands) {
            unless(tracked.attempts <= most, "S7", request + " is one attempt too many for " + tracked);
        }
        unless(request.attempt() == inFlight.failures + 1, "S7", request + " is attempt " + (inFlight.failures + 1));
    }

    private boolean room(ModelLane lane) {
        boolean own = lane.requestsInFlight.size() < state.scenario.limits().requestsPerAccount();
        boolean total = state.requestsInFlight.size() < state.scenario.limits().requests();
        return own && (total || lane.requestsInFlight.isEmpty());
    }
}
