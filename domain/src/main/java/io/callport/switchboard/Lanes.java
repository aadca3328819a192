package io.callport.switchboard;

import io.callport.account.Account;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All lanes that hold anything, and which of them matter next: those that may start a request, those that time will change,
 * those to be forecast, the fullest. S8: each event costs O(log n) in their number, and an idle one is forgotten.
 */
final class Lanes<T> {
    private final Settings settings;
    private final Map<Account, Lane<T>> lanes = new HashMap<>();
    private final ReadyLanes<T> ready = new ReadyLanes<>();
    private final LaneOrder<T> alarms = new LaneOrder<>();
    private final LaneOrder<T> fullness = new LaneOrder<>();
    private Set<Lane<T>> changed = new LinkedHashSet<>();

    Lanes(Settings settings) {
        this.settings = settings;
    }

    Lane<T> of(Account account) {
        return lanes.computeIfAbsent(
                account, it -> new Lane<>(it, settings.budgets().apply(it), settings));
    }

    @Nullable
    Lane<T> find(Account account) {
        return lanes.get(account);
    }

    /** Puts a lane where it belongs after anything about it changed. */
    void settle(Lane<T> lane, long now) {
        if (lane.idle(now)) {
            forget(lane);
            return;
        }
        if (lane.mayStart(now)) {
            ready.add(lane);
        } else {
            ready.remove(lane);
        }
        setAlarm(lane, now);
        if (lane.queue.size() > 0) {
            fullness.set(lane.fullness, -lane.queue.size());
        } else {
            fullness.remove(lane.fullness);
        }
        changed.add(lane);
    }

    /** Settles the lanes that time has changed. */
    void passTime(long now) {
        for (Lane<T> lane = alarms.pollUpTo(now); lane != null; lane = alarms.pollUpTo(now)) {
            settle(lane, now);
        }
    }

    /** Takes the lanes that have changed since the last time. A cleared set would stay as wide as it ever was. */
    Set<Lane<T>> takeChanged() {
        Set<Lane<T>> taken = changed;
        changed = new LinkedHashSet<>();
        return taken;
    }

    /** A forecast told the lane when to look again, and may have refused some of its commands. */
    void forecast(Lane<T> lane, boolean refused, long now) {
        if (refused) {
            settle(lane, now);
        } else if (lanes.get(lane.account) == lane) {
            setAlarm(lane, now);
        }
    }

    /** Takes the lane that may start a request next. */
    @Nullable
    Lane<T> pollReady(boolean totalReached) {
        return ready.poll(totalReached);
    }

    /** S5: the lane that pays when there is no room for one more on that lane. */
    Lane<T> fullestBut(Lane<T> newcomer) {
        Lane<T> fullest = fullness.firstBut(newcomer);
        return fullest == null ? newcomer : fullest;
    }

    long nextAlarm() {
        return alarms.lowest();
    }

    /** What each is like; changes nothing. */
    List<LaneState> look(long now) {
        return lanes.values().stream().map(lane -> lane.look(now)).toList();
    }

    int size() {
        return lanes.size();
    }

    private void setAlarm(Lane<T> lane, long now) {
        long next = lane.nextChange(now);
        if (next == Long.MAX_VALUE) {
            alarms.remove(lane.alarm);
        } else {
            alarms.set(lane.alarm, next);
        }
    }

    private void forget(Lane<T> lane) {
        ready.remove(lane);
        alarms.remove(lane.alarm);
        fullness.remove(lane.fullness);
        changed.remove(lane);
        lanes.remove(lane.account, lane);
    }
}
