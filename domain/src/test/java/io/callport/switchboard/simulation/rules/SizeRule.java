package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.RuleViolation.unless;

import io.callport.switchboard.Effects;
import io.callport.switchboard.Switchboard;
import io.callport.switchboard.simulation.model.ModelState;

/** S8: the sizes that the switchboard reports; it asks for its advances in time, and holds nothing at the end. */
final class SizeRule {
    private final ModelState state;

    SizeRule(ModelState state) {
        this.state = state;
    }

    void check(Switchboard<Long> switchboard, Effects<Long> effects, long now) {
        int pending = state.pending.size();
        int requestsInFlight = state.requestsInFlight.size();
        unless(switchboard.pending() == pending, "S8", switchboard.pending() + " pending instead of " + pending);
        unless(
                switchboard.requestsInFlight() == requestsInFlight,
                "S8",
                switchboard.requestsInFlight() + " in flight instead of " + requestsInFlight);
        boolean full = pending >= state.scenario.limits().waiting();
        unless(switchboard.full() == full, "S8", "full is " + switchboard.full() + " with " + pending + " pending");
        unless(effects.wakeAt() > now, "S8", "asks to be woken up at once");
        unless(effects.wakeAt() <= state.nextDeadline(), "S1", "asks to be woken up after the next deadline");
    }

    void drained(Switchboard<Long> switchboard) {
        int held = MemoryFootprint.of(switchboard);
        long answers = state.scenario.limits().answerMemory(); // each has weight 1
        long kinds = state.scenario.accounts().size(); // of queries that may be asked with an age
        unless(held <= answers + kinds, "S8", "holds " + held + " entries with nothing left to do");
    }
}
