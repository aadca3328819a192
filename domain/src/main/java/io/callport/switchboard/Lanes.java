package io.callport.switchboard;

import io.callport.account.Account;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All lanes that hold anything, with the lanes that matter next: lanes that may start a request, lanes that time will
 * change, lanes to be forecast, the fullest lane. S8: each event costs O(log n) in the number of lanes, and an idle
 * lane is forgotten.
 *
 * <p>A lane that changes marks itself here. It gets its new place before the next lane changes, and before anything
 * here is looked up by place.
 */
final class Lanes<T> {
    private final Settings settings;
    private final Map<Account, Lane<T>> lanes = new HashMap<>();
    private final ReadyLanes<T> ready = new ReadyLanes<>();
    private final IndexedHeap<Lane<T>> timers = new IndexedHeap<>();
    private final IndexedHeap<Lane<T>> fullness = new IndexedHeap<>();
    private final IndexedHeap<Lane<T>> heaviness = new IndexedHeap<>();
    private long waitingWeight;
    private Set<Lane<T>> forecastDue = new LinkedHashSet<>();
    private @Nullable Lane<T> changed;
    private long changedAt;

    Lanes(Settings settings) {
        this.settings = settings;
    }

    Lane<T> getOrCreate(Account account) {
        return lanes.computeIfAbsent(account, it -> new Lane<>(it, settings, this));
    }

    @Nullable
    Lane<T> find(Account account) {
        return lanes.get(account);
    }

    /** Marks a lane: anything about it may have changed. */
    void markChanged(Lane<T> lane, long now) {
        if (changed != lane) {
            placeChanged();
        }
        changed = lane;
        changedAt = now;
    }

    /** Updates the lanes that time has changed. */
    void passTime(long now) {
        placeChanged();
        for (Lane<T> lane = timers.pollUpTo(now); lane != null; lane = timers.pollUpTo(now)) {
            place(lane, now);
        }
    }

    /**
     * Removes the lanes that have changed since their last forecast. A new set takes the place of the old one, because
     * a set that is cleared keeps its capacity.
     */
    Set<Lane<T>> drainForecastDue() {
        placeChanged();
        Set<Lane<T>> drained = forecastDue;
        forecastDue = new LinkedHashSet<>();
        return drained;
    }

    /** Removes the lane that may start a request next. */
    @Nullable
    Lane<T> pollReady(boolean totalReached) {
        placeChanged();
        return ready.poll(totalReached);
    }

    /**
     * S5: the lane with the most waiting commands, which makes room where too many wait; the newcomer only if no other
     * lane is as full.
     */
    Lane<T> fullestAvoiding(Lane<T> newcomer) {
        placeChanged();
        Lane<T> fullest = fullness.firstAvoiding(newcomer);
        return fullest == null ? newcomer : fullest;
    }

    /** S8: the bytes that the waiting commands take. */
    long waitingWeight() {
        placeChanged();
        return waitingWeight;
    }

    /**
     * S5: the lane whose commands weigh the most, which makes room where all commands weigh too much; the newcomer only
     * if no other lane is as heavy.
     */
    Lane<T> heaviestAvoiding(Lane<T> newcomer) {
        placeChanged();
        Lane<T> heaviest = heaviness.firstAvoiding(newcomer);
        return heaviest == null ? newcomer : heaviest;
    }

    /** The next time at which time changes a lane; {@link Long#MAX_VALUE} for never. */
    long nextTimer() {
        placeChanged();
        return timers.lowest();
    }

    /** Sets the timer of a lane to the next time at which time changes the lane. */
    void setTimer(Lane<T> lane, long now) {
        long next = lane.nextChange(now);
        if (next == Long.MAX_VALUE) {
            timers.remove(lane.timer);
        } else {
            timers.set(lane.timer, next);
        }
    }

    /** A snapshot of each lane that is not idle; changes nothing. */
    List<LaneSnapshot> snapshot(long now) {
        return lanes.values().stream()
                .filter(lane -> !lane.idle(now))
                .map(lane -> lane.snapshot(now))
                .toList();
    }

    int size() {
        placeChanged();
        return lanes.size();
    }

    /** Places the lane that changed last, as of the time of its change; all other lanes are in their places. */
    private void placeChanged() {
        Lane<T> lane = changed;
        changed = null;
        if (lane != null) {
            place(lane, changedAt);
        }
    }

    private void place(Lane<T> lane, long now) {
        waitingWeight += lane.queue.weight() - lane.placedWeight;
        lane.placedWeight = lane.queue.weight();
        if (lane.idle(now)) {
            forget(lane);
            return;
        }
        if (lane.mayStart(now)) {
            ready.add(lane);
        } else {
            ready.remove(lane);
        }
        setTimer(lane, now);
        if (lane.queue.size() > 0) {
            fullness.set(lane.fullness, -lane.queue.size());
        } else {
            fullness.remove(lane.fullness);
        }
        if (lane.queue.weight() > 0) {
            heaviness.set(lane.heaviness, -lane.queue.weight());
        } else {
            heaviness.remove(lane.heaviness);
        }
        forecastDue.add(lane);
    }

    private void forget(Lane<T> lane) {
        ready.remove(lane);
        timers.remove(lane.timer);
        fullness.remove(lane.fullness);
        heaviness.remove(lane.heaviness);
        forecastDue.remove(lane);
        lanes.remove(lane.account, lane);
    }
}
