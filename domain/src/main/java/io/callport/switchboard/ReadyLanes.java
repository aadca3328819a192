package io.callport.switchboard;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lanes that may start a request now, each in its turn: a lane that started one is the last again. S5: those with
 * nothing in flight go first, and only they may exceed the total of requests in flight.
 */
final class ReadyLanes<T> {
    private final Set<Lane<T>> quiet = new LinkedHashSet<>();
    private final Set<Lane<T>> busy = new LinkedHashSet<>();

    /** Adds a lane; a lane that is here already keeps its turn, unless it became quiet or busy. */
    void add(Lane<T> lane) {
        (lane.hasRequestInFlight() ? quiet : busy).remove(lane);
        (lane.hasRequestInFlight() ? busy : quiet).add(lane);
    }

    void remove(Lane<T> lane) {
        quiet.remove(lane);
        busy.remove(lane);
    }

    /** Removes the lane whose turn it is; {@code null} if none may start. */
    @Nullable
    Lane<T> poll(boolean totalReached) {
        if (!quiet.isEmpty()) {
            return first(quiet);
        }
        return totalReached || busy.isEmpty() ? null : first(busy);
    }

    private static <T> Lane<T> first(Set<Lane<T>> lanes) {
        Iterator<Lane<T>> turn = lanes.iterator();
        Lane<T> lane = turn.next();
        turn.remove();
        return lane;
    }
}
