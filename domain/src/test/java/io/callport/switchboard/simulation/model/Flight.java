package io.callport.switchboard.simulation.model;

import io.callport.switchboard.Request;
import java.util.LinkedHashSet;
import java.util.Set;

/** A request that was started, and the commands that it is to answer. */
public final class Flight {
    public final Request request;
    public final LaneBook lane;
    public final long startedAt;
    public final Set<Asked> riders = new LinkedHashSet<>();

    public long endedAt;

    /** How many commands it answered. */
    public int shared;

    public Flight(Request request, LaneBook lane, long startedAt) {
        this.request = request;
        this.lane = lane;
        this.startedAt = startedAt;
    }
}
