package io.callport.switchboard.simulation.rules;

import io.callport.switchboard.Command;
import io.callport.switchboard.simulation.model.ModelCommand;
import io.callport.switchboard.simulation.model.ModelRequest;
import io.callport.switchboard.simulation.model.ModelState;

/** S4: the destination of a new command. */
final class ArrivalModel {
    private final ModelState state;
    private final OverloadRule overload;
    private final LatenessRule lateness;
    private final CachedAnswerRule memory;

    ArrivalModel(ModelState state, OverloadRule overload, LatenessRule lateness, CachedAnswerRule memory) {
        this.state = state;
        this.overload = overload;
        this.lateness = lateness;
        this.memory = memory;
    }

    void accepted(Command<Long> command, long now) {
        ModelCommand tracked = state.add(command, now);
        memory.arrives(tracked, now);
        ModelRequest inFlight = state.latestRequest(tracked.lane, tracked.query());
        if (inFlight != null && tracked.joins(inFlight.startedAt)) {
            overload.joins(tracked);
            state.join(tracked, inFlight);
            return;
        }
        overload.arrives(tracked);
        state.enqueue(tracked, now);
        tracked.lateFromTheStart = lateness.possible(tracked, now);
    }
}
