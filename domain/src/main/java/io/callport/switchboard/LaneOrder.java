package io.callport.switchboard;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lanes in the order of a number, one each: a time to look at them again, or how full they are. O(log n) each. */
final class LaneOrder<T> {
    private record Key(long rank, long number) {}

    private final TreeMap<Key, Lane<T>> lanes =
            new TreeMap<>((a, b) -> a.rank != b.rank ? Long.compare(a.rank, b.rank) : Long.compare(a.number, b.number));
    private final Map<Lane<T>, Key> keys = new HashMap<>();
    private long numbers;

    /** Puts a lane where its rank belongs; behind others of the same rank, if it changed. */
    void set(Lane<T> lane, long rank) {
        Key before = keys.get(lane);
        if (before != null && before.rank == rank) {
            return;
        }
        remove(lane);
        Key key = new Key(rank, numbers++);
        lanes.put(key, lane);
        keys.put(lane, key);
    }

    void remove(Lane<T> lane) {
        Key key = keys.remove(lane);
        if (key != null) {
            lanes.remove(key);
        }
    }

    /** Takes the first lane, if its rank is at most that. */
    @Nullable
    Lane<T> pollUpTo(long rank) {
        if (lanes.isEmpty() || lanes.firstKey().rank > rank) {
            return null;
        }
        Lane<T> lane = lanes.pollFirstEntry().getValue();
        keys.remove(lane);
        return lane;
    }

    /** The last lane; of two with the same rank not that one, if it can be helped. */
    @Nullable
    Lane<T> lastBut(Lane<T> spared) {
        Map.Entry<Key, Lane<T>> last = lanes.lastEntry();
        if (last == null || last.getValue() != spared) {
            return last == null ? null : last.getValue();
        }
        Map.Entry<Key, Lane<T>> other = lanes.lowerEntry(last.getKey());
        boolean tie = other != null && other.getKey().rank == last.getKey().rank;
        return tie ? other.getValue() : spared;
    }

    /** The lowest rank; {@link Long#MAX_VALUE} if there is no lane. */
    long lowest() {
        return lanes.isEmpty() ? Long.MAX_VALUE : lanes.firstKey().rank;
    }
}
