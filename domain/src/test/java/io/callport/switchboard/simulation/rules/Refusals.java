package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.Violation.unless;

import io.callport.query.QueryFailure;
import io.callport.switchboard.simulation.model.Asked;

/** The refusals that no vendor said: each only by its rule. */
final class Refusals {
    private final Overload overload;
    private final Lateness lateness;

    Refusals(Overload overload, Lateness lateness) {
        this.overload = overload;
        this.lateness = lateness;
    }

    /** Whether the refusal is right; false if only what starts in this advance can tell. */
    boolean check(Asked asked, QueryFailure failure, long now) {
        boolean timeUp = asked.deadline() <= now;
        switch (failure.reason()) {
            case OVERLOADED -> overload.check(asked);
            case EXPIRED -> {
                unless(timeUp, "S1", asked + " is refused expired before its time is up");
                unless(asked.lastFailure == null, "S6", asked + " is refused expired instead of with its failure");
            }
            case OVER_BUDGET -> {
                unless(asked.lastFailure == null, "S6", asked + " is refused over-budget instead of with its failure");
                unless(waits(failure), "S6", asked + " is refused over-budget without retryAfter");
                return late(asked, now);
            }
            case UNAUTHORIZED -> {
                boolean locked = asked.lane.closure.lockedUntil > now;
                unless(locked, "S7", asked + " is refused unauthorized on an open lane");
                unless(waits(failure), "S7", asked + " is refused unauthorized without retryAfter");
            }
            default -> {
                boolean known = asked.lastFailure != null && asked.lastFailure.reason() == failure.reason();
                unless(known, "S1", asked + " is refused for no reason: " + failure);
                return timeUp || late(asked, now);
            }
        }
        return true;
    }

    boolean late(Asked asked, long now) {
        return asked.lateFromTheStart || lateness.possible(asked, now);
    }

    private static boolean waits(QueryFailure failure) {
        return failure.retryAfter() != null && !failure.retryAfter().isNegative();
    }
}
