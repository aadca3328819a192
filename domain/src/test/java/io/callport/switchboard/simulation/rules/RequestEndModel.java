package io.callport.switchboard.simulation.rules;

import io.callport.query.Answer;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.switchboard.Request;
import io.callport.switchboard.simulation.model.ModelBackoff;
import io.callport.switchboard.simulation.model.ModelCommand;
import io.callport.switchboard.simulation.model.ModelLane;
import io.callport.switchboard.simulation.model.ModelRequest;
import io.callport.switchboard.simulation.model.ModelState;
import io.callport.switchboard.simulation.model.ModelWaitingQuery;
import io.callport.switchboard.simulation.scenario.SimulatedQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** S7: the consequences of the end of a request. */
final class RequestEndModel {
    private final ModelState state;
    private final CachedAnswerRule memory;

    RequestEndModel(ModelState state, CachedAnswerRule memory) {
        this.state = state;
        this.memory = memory;
    }

    void ended(Request request, Outcome outcome, long now) {
        Sent sent = outcome.fold(answer -> Sent.YES, QueryFailure::sent);
        ModelRequest inFlight = state.end(request, sent, now);
        if (inFlight != null) {
            outcome.fold(
                    answer -> answered(inFlight, outcome, answer), failure -> failed(inFlight, outcome, failure, now));
        }
    }

    private Void answered(ModelRequest inFlight, Outcome outcome, Answer answer) {
        inFlight.lane.closure.answered();
        memory.answered(inFlight, answer);
        inFlight.shared = inFlight.commands.size();
        inFlight.commands.forEach(tracked -> state.decide(tracked, outcome));
        return null;
    }

    private Void failed(ModelRequest inFlight, Outcome outcome, QueryFailure failure, long now) {
        inFlight.lane.closure.failed((SimulatedQuery) inFlight.request.query(), failure, now);
        List<ModelCommand> commands = new ArrayList<>(inFlight.commands);
        inFlight.shared = commands.size();
        for (ModelCommand tracked : commands) {
            tracked.lastFailure = failure;
            if (tryAgain(tracked, failure)) {
                backOff(tracked, inFlight.failures + 1, failure.retryAfter(), now);
            } else {
                state.decide(tracked, outcome);
            }
        }
        return null;
    }

    private boolean tryAgain(ModelCommand tracked, QueryFailure failure) {
        boolean left = tracked.attempts < state.scenario.retries().maxAttempts();
        return failure.reason() == Reason.VENDOR_UNAVAILABLE && left;
    }

    private void backOff(ModelCommand tracked, int failures, @Nullable Duration retryAfter, long now) {
        ModelLane lane = tracked.lane;
        ModelWaitingQuery waitingQuery = state.enqueue(tracked, now);
        long asked = retryAfter == null ? now : now + retryAfter.toNanos();
        waitingQuery.backoffFrom = asked;
        waitingQuery.backoffTo = Math.max(
                Math.max(waitingQuery.backoffTo, asked),
                now + ModelBackoff.longest(state.scenario.retries(), failures));
        waitingQuery.failures = failures;
        state.touched.add(lane);
    }
}
