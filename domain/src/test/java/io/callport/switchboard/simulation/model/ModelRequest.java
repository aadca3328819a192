package io.callport.switchboard.simulation.model;

import io.callport.switchboard.Request;
import java.util.LinkedHashSet;
import java.util.Set;

/** A request that was started, and the commands that it is to answer. */
public final class ModelRequest {
    public final Request request;
    public final ModelLane lane;
    public final long startedAt;

    /** The number of earlier requests for this query that failed in a row. */
    public final int failures;

    public final Set<ModelCommand> commands = new LinkedHashSet<>();

    public long endedAt;

    /** The number of commands that the request answered. */
    public int shared;

    public ModelRequest(Request request, ModelLane lane, long startedAt, int failures) {
        this.request = request;
        this.lane = lane;
        this.startedAt = startedAt;
        this.failures = failures;
    }
}
