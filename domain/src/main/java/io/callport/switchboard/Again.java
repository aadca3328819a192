package io.callport.switchboard;

import java.util.ArrayList;
import java.util.List;

/** S7: requests that failed in passing, until their commands wait again. */
final class Again<T> {
    private final Lanes<T> lanes;
    private final Deadlines<T> deadlines;
    private final List<Flight<T>> failed = new ArrayList<>();

    Again(Lanes<T> lanes, Deadlines<T> deadlines) {
        this.lanes = lanes;
        this.deadlines = deadlines;
    }

    void add(Flight<T> flight) {
        flight.lane.awaitsBackoff(true);
        failed.add(flight);
    }

    /** Those without a result wait again, for a random time; returns how many. */
    int queue(Backoff backoff, long now) {
        int waiting =
                failed.stream().mapToInt(flight -> queue(flight, backoff, now)).sum();
        failed.clear();
        return waiting;
    }

    private int queue(Flight<T> flight, Backoff backoff, long now) {
        Lane<T> lane = flight.lane;
        lane.awaitsBackoff(false);
        List<Waiting<T>> again =
                flight.commands.stream().filter(deadlines::contains).toList();
        if (!again.isEmpty()) {
            long gathered = lane.gathering.notBefore(flight.request.query(), now);
            long notBefore = Math.max(now + backoff.after(flight.failures + 1), gathered);
            lane.queue.addAgain(again, flight.request.query(), notBefore, flight.failures + 1);
        }
        lanes.settle(lane, now);
        return again.size();
    }
}
