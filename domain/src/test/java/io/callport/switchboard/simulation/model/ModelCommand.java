package io.callport.switchboard.simulation.model;

import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.switchboard.Command;
import io.callport.switchboard.simulation.scenario.SimulatedQuery;
import org.jspecify.annotations.Nullable;

/** A command that has no result yet: it waits, or its request is in flight, or its result is due. */
public final class ModelCommand {
    public final Command<Long> command;
    public final ModelLane lane;
    public final long acceptedAt;

    /** The larger, the newer. */
    public final long number;

    /** The number of requests that were made for the command. */
    public int attempts;

    /** The request in flight for it, or the last one that ended. */
    public @Nullable ModelRequest inFlight;

    /** The result that the next advance must give, if it is certain. */
    public @Nullable Outcome due;

    public @Nullable QueryFailure lastFailure;

    /** Whether the forecast already said at its acceptance that it cannot be in time. */
    public boolean lateFromTheStart;

    public ModelCommand(Command<Long> command, ModelLane lane, long acceptedAt, long number) {
        this.command = command;
        this.lane = lane;
        this.acceptedAt = acceptedAt;
        this.number = number;
    }

    public SimulatedQuery query() {
        return (SimulatedQuery) command.query();
    }

    public long deadline() {
        return command.deadline();
    }

    /** S4: whether it may share a request that had started when it came in. */
    public boolean joins(long startedAt) {
        return !command.maxAge().isZero() && allows(startedAt);
    }

    /** S4: whether an answer to a request that started then is fresh enough. */
    public boolean allows(long startedAt) {
        return acceptedAt - startedAt <= command.maxAge().toNanos();
    }

    @Override
    public String toString() {
        return "#" + command.attachment();
    }
}
