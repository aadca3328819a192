package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.RuleViolation.unless;

import io.callport.query.QueryFailure;
import io.callport.switchboard.simulation.model.ModelCommand;

/** The refusals that come from no vendor: each occurs only by its rule. */
final class RefusalRule {
    private final OverloadRule overload;
    private final LatenessRule lateness;

    RefusalRule(OverloadRule overload, LatenessRule lateness) {
        this.overload = overload;
        this.lateness = lateness;
    }

    /** Whether the refusal is right; false if only what starts in this advance decides. */
    boolean check(ModelCommand tracked, QueryFailure failure, long now) {
        boolean timeUp = tracked.deadline() <= now;
        switch (failure.reason()) {
            case OVERLOADED -> overload.check(tracked);
            case EXPIRED -> {
                unless(timeUp, "S1", tracked + " is refused expired before its time is up");
                unless(tracked.lastFailure == null, "S6", tracked + " is refused expired instead of with its failure");
            }
            case OVER_BUDGET -> {
                unless(
                        tracked.lastFailure == null,
                        "S6",
                        tracked + " is refused over-budget instead of with its failure");
                unless(waits(failure), "S6", tracked + " is refused over-budget without retryAfter");
                return late(tracked, now);
            }
            case UNAUTHORIZED -> {
                boolean locked = tracked.lane.closure.lockedUntil > now;
                unless(locked, "S7", tracked + " is refused unauthorized on an open lane");
                unless(waits(failure), "S7", tracked + " is refused unauthorized without retryAfter");
            }
            default -> {
                boolean known = tracked.lastFailure != null && tracked.lastFailure.reason() == failure.reason();
                unless(known, "S1", tracked + " is refused for no reason: " + failure);
                return timeUp || late(tracked, now);
            }
        }
        return true;
    }

    boolean late(ModelCommand tracked, long now) {
        return tracked.lateFromTheStart || lateness.possible(tracked, now);
    }

    private static boolean waits(QueryFailure failure) {
        return failure.retryAfter() != null && !failure.retryAfter().isNegative();
    }
}
