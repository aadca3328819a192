package io.callport.switchboard;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When to look at which lane again: at most one time per lane, O(log n) each. */
final class Alarms<T> {
    private record Key(long at, long number) {}

    private final TreeMap<Key, Lane<T>> byTime =
            new TreeMap<>((a, b) -> a.at != b.at ? Long.compare(a.at, b.at) : Long.compare(a.number, b.number));
    private final Map<Lane<T>, Key> byLane = new HashMap<>();
    private long numbers;

    /** Sets, moves or, at {@link Long#MAX_VALUE}, clears the lane's alarm. */
    void set(Lane<T> lane, long at) {
        clear(lane);
        if (at != Long.MAX_VALUE) {
            Key key = new Key(at, numbers++);
            byTime.put(key, lane);
            byLane.put(lane, key);
        }
    }

    void clear(Lane<T> lane) {
        Key key = byLane.remove(lane);
        if (key != null) {
            byTime.remove(key);
        }
    }

    /** Takes the next lane whose time has come; {@code null} if none has. */
    @Nullable
    Lane<T> poll(long now) {
        if (next() > now) {
            return null;
        }
        Lane<T> lane = byTime.pollFirstEntry().getValue();
        byLane.remove(lane);
        return lane;
    }

    long next() {
        return byTime.isEmpty() ? Long.MAX_VALUE : byTime.firstKey().at;
    }
}
