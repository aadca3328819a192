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

    void check(Switchboard<Long> board, Effects<Long> effects, long now) {
        int pending = state.pending.size();
        int requestsInFlight = state.requestsInFlight.size();
        unless(board.pending() == pending, "S8", board.pending() + " pending instead of " + pending);
        unless(
                board.requestsInFlight() == requestsInFlight,
                "S8",
                board.requestsInFlight() + " in flight instead of " + requestsInFlight);
        boolean full = pending >= state.scenario.limits().waiting();
        unless(board.full() == full, "S8", "full is " + board.full() + " with " + pending + " pending");
        unless(effects.wakeAt() > now, "S8", "asks to be woken up at once");
        unless(effects.wakeAt() <= state.nextDeadline(), "S1", "asks to be woken up after the next deadline");
    }

    void drained(Switchboard<Long> board) {
        int held = MemoryFootprint.of(board);
        long answers = state.scenario.limits().answerMemory(); // of weight 1
        long kinds = state.scenario.accounts().size(); // of queries that may be asked with an age
        unless(held <= answers + kinds, "S8", "holds " + held + " entries with nothing left to do");
    }
}
