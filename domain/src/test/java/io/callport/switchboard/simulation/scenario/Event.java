package io.callport.switchboard.simulation.scenario;

import java.time.Duration;

/** Something that happens to a switchboard from outside, but for the ends of its requests. */
public sealed interface Event {
    /** When, in nanoseconds of simulated time. */
    long at();

    /** A command comes in; its id is its origin. */
    record Arrives(long at, long id, int account, int query, long deadlineIn, Duration maxAge) implements Event {}

    /** All commands with every so many ids are forgotten. */
    record Forgets(long at, int every) implements Event {
        public boolean matches(long id) {
            return id % every == 0;
        }
    }

    /**
     * Another instance takes over: its slots travel as ages in grains, and it accepts all that is pending after a pause.
     */
    record HandsOver(long at, long pause, Duration grain) implements Event {}

    /** Nothing starts any more. */
    record Stops(long at) implements Event {}

    /** An advance that nobody asked for. */
    record Nudges(long at) implements Event {}
}
