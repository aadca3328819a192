package io.callport.switchboard.simulation.scenario;

import java.time.Duration;

/** An event from outside a switchboard; the ends of its requests are not among these. */
public sealed interface ScenarioEvent {
    /** When, in nanoseconds of simulated time. */
    long at();

    /** A command comes in. */
    record Arrives(long at, long id, int account, int query, long deadlineIn, Duration maxAge)
            implements ScenarioEvent {}

    /** All commands whose id is a multiple of a number are forgotten. */
    record Forgets(long at, int every) implements ScenarioEvent {
        public boolean matches(long id) {
            return id % every == 0;
        }
    }

    /**
     * Another instance takes over: its slots travel as ages in grains, and it accepts all that is pending after a
     * pause.
     */
    record HandsOver(long at, long pause, Duration grain) implements ScenarioEvent {}

    /** No request starts any more. */
    record Stops(long at) implements ScenarioEvent {}

    /** An advance without a reason. */
    record Nudges(long at) implements ScenarioEvent {}
}
