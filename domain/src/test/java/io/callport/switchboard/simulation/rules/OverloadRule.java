package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.RuleViolation.unless;

import io.callport.switchboard.Limits;
import io.callport.switchboard.simulation.model.ModelCommand;
import io.callport.switchboard.simulation.model.ModelLane;
import io.callport.switchboard.simulation.model.ModelState;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** S5: the commands that may be refused as {@code overloaded}, and S8: the limits hold. */
final class OverloadRule {
    private final ModelState state;
    private final Limits limits;
    private final Set<ModelCommand> mayPay = new HashSet<>();
    private @Nullable ModelCommand arrived;
    private int mostOnLane;
    private int mostInAll;

    OverloadRule(ModelState state) {
        this.state = state;
        this.limits = state.scenario.limits();
    }

    /** Before a newcomer joins a request in flight: a full lane takes no more, even so. */
    void joins(ModelCommand newcomer) {
        if (newcomer.lane.waiting >= limits.waitingPerAccount()) {
            mayPay.add(newcomer);
        }
    }

    /** Before a newcomer waits: works out who may have to make room. */
    void arrives(ModelCommand newcomer) {
        arrived = newcomer;
        mostOnLane = Math.max(limits.waitingPerAccount(), newcomer.lane.waiting);
        mostInAll = Math.max(limits.waiting(), state.waiting);
        if (newcomer.lane.waiting >= limits.waitingPerAccount()) {
            mayPay.add(newcomer);
        } else if (state.waiting >= limits.waiting()) {
            int most = state.lanes.values().stream()
                    .mapToInt(l -> count(l, newcomer))
                    .max()
                    .orElse(0);
            state.lanes.values().stream()
                    .filter(lane -> count(lane, newcomer) == most)
                    .forEach(lane -> mayPay.add(newest(lane, newcomer)));
        }
    }

    private static int count(ModelLane lane, ModelCommand newcomer) {
        return lane.waiting + (lane == newcomer.lane ? 1 : 0);
    }

    private static ModelCommand newest(ModelLane lane, ModelCommand newcomer) {
        if (lane == newcomer.lane) {
            return newcomer;
        }
        return lane.waitingQueries.values().stream()
                .flatMap(waitingQuery -> waitingQuery.commands.stream())
                .reduce((a, b) -> a.number > b.number ? a : b)
                .orElseThrow();
    }

    void check(ModelCommand refused) {
        unless(mayPay.contains(refused), "S5", refused + " is refused overloaded, though it need not make room");
    }

    /** A newcomer never makes it more than the limits; what returns to be tried again may. */
    void checkLimits() {
        if (arrived != null) {
            unless(state.waiting <= mostInAll, "S8", "too many wait: " + state.waiting);
            unless(arrived.lane.waiting <= mostOnLane, "S8", "too many wait on lane " + arrived.lane);
        }
        arrived = null;
        mayPay.clear();
    }
}
