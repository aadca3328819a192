package io.callport.switchboard.simulation.rules;

import io.callport.account.Account;
import io.callport.query.Outcome;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Request;
import io.callport.switchboard.Result;
import io.callport.switchboard.SpentSlots;
import io.callport.switchboard.Switchboard;
import io.callport.switchboard.simulation.model.ModelCommand;
import io.callport.switchboard.simulation.model.ModelState;
import io.callport.switchboard.simulation.model.RuleViolation;
import io.callport.switchboard.simulation.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Gets every call that a switchboard gets, checks every effect of the switchboard, and throws if an effect breaks a
 * rule.
 */
public final class SwitchboardModel {
    private final ModelState state;
    private final ArrivalModel arrivals;
    private final RequestEndModel endings;
    private final ResultRule results;
    private final StartRule starts;
    private final IdlenessRule idleness;
    private final LatenessRule lateness;
    private final OverloadRule overload;
    private final SizeRule size;
    private final SnapshotRule looks;

    public SwitchboardModel(Scenario scenario) {
        state = new ModelState(scenario);
        CachedAnswerRule memory = new CachedAnswerRule(state);
        overload = new OverloadRule(state);
        lateness = new LatenessRule(state);
        arrivals = new ArrivalModel(state, overload, lateness, memory);
        endings = new RequestEndModel(state, memory);
        results = new ResultRule(state, overload, lateness, memory);
        TurnRule turns = new TurnRule(state);
        starts = new StartRule(state, turns);
        idleness = new IdlenessRule(state, turns);
        size = new SizeRule(state);
        looks = new SnapshotRule(state);
    }

    public void accepted(Command<Long> command, long now) {
        arrivals.accepted(command, now);
    }

    public void ended(Request request, Outcome outcome, long now) {
        endings.ended(request, outcome, now);
    }

    public void forgot(Predicate<Long> ids) {
        state.forget(ids);
    }

    public void stopped() {
        state.stopped = true;
    }

    /**
     * S2: what is handed over of an account covers all that it has spent, and no more than a 64th of the window longer.
     */
    public void handsOver(Account account, List<SpentSlots> spent, long now) {
        long latestEnd =
                Duration.ofSeconds(5).toNanos() + 2 * state.scenario.timeout().toNanos();
        state.lane(account).slots.checkHandOver(spent, latestEnd, now);
    }

    public void restored(Account account, List<SpentSlots> spent, long now) {
        for (SpentSlots some : spent) {
            for (int i = 0; i < some.count(); i++) {
                state.lane(account).slots.restore(now - some.endedAgo().toNanos());
            }
        }
    }

    /** S1 to S8 after an advance. */
    public void advanced(Switchboard<Long> switchboard, Effects<Long> effects, long now) {
        for (Result<Long> result : effects.results()) {
            results.check(result, now);
        }
        for (Request request : effects.requests()) {
            starts.check(request, now);
        }
        results.checkUndecided(now);
        results.nothingLeft(now);
        idleness.check(now);
        lateness.check(now);
        overload.checkLimits();
        size.check(switchboard, effects, now);
        looks.check(switchboard, now);
        state.touched.clear();
    }

    public List<ModelCommand> pending() {
        return List.copyOf(state.pending.values());
    }

    /** S1 and S8: nothing happens any more. */
    public void drained(Switchboard<Long> switchboard) {
        RuleViolation.unless(state.pending.isEmpty(), "S1", "no result ever for " + state.pending.values());
        size.drained(switchboard);
    }
}
