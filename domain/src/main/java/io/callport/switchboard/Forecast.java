package io.callport.switchboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * S6: the commands of a lane that are certain to be late. A command is certain to be late if its query could not start
 * before its deadline even if every request in flight ended now and every query ahead that can expire before did.
 *
 * <p>A query is skipped where a bound on its whole subtree shows that it is in time: see {@link QueriesAhead}.
 */
final class Forecast<T> {
    private final long now;
    private final SlotSchedule slots;
    private final QueriesAhead<T> ahead;
    private final SortedTimes lateDeadlines = new SortedTimes(); // the latest of each ready query that is late
    private final List<PendingCommand<T>> late = new ArrayList<>();
    private long nextAt = Long.MAX_VALUE;

    private Forecast(Lane<T> lane, long now) {
        this.now = now;
        this.slots = lane.slots.schedule(now, lane.closure.opensAt());
        this.ahead = lane.queue.ahead();
    }

    /** Whether no command can be late by itself, so that a lane needs no forecast. */
    static boolean unneeded(Lane<?> lane, long now) {
        lane.queue.releaseDelayed(now);
        boolean nothingToFear = !lane.slots.limited() && lane.closure.open(now) && lane.queue.allReady();
        return lane.queue.size() == 0 || nothingToFear;
    }

    /** The forecast of a lane, as it is now. */
    static <T> Forecast<T> of(Lane<T> lane, long now) {
        lane.queue.releaseDelayed(now); // those that may be asked from now on are ahead of others
        Forecast<T> forecast = new Forecast<>(lane, now);
        forecast.ahead.search(forecast::inTime).forEach(forecast::examine);
        return forecast;
    }

    /** The commands that are certain to be late, in the order of their queries. */
    List<PendingCommand<T>> late() {
        return late;
    }

    /** The next time at which time alone may make a command late; {@link Long#MAX_VALUE} for never. */
    long nextAt() {
        return nextAt;
    }

    /**
     * The waits after which commands that were refused together could be asked, if they came again: each of their
     * queries has a slot of its own, behind those that wait, once it may be asked at all.
     */
    static <T> List<Long> usefulWaits(Lane<T> lane, List<PendingCommand<T>> refused, long now) {
        SlotSchedule slots = lane.slots.schedule(now, lane.closure.opensAt());
        int ahead = lane.queue.queries();
        Map<QueryKey, Long> useful = new HashMap<>();
        List<Long> waits = new ArrayList<>();
        for (PendingCommand<T> command : refused) {
            Long at = useful.get(command.key);
            if (at == null) {
                at = Math.max(slots.startAfter(ahead + useful.size()), lane.readyFrom(command.key, now));
                useful.put(command.key, at);
            }
            waits.add(at - now);
        }
        return waits;
    }

    /**
     * Whether all queries of a subtree are sure to start in time. Two bounds are tried: the average of the schedule,
     * which costs nothing, then the earliest deadline with the most queries ahead.
     */
    private boolean inTime(long deadline, int queriesAhead, long leastSlack) {
        long slack = slots.slackAfter(leastSlack);
        if (slack > 0) {
            nextAt = Math.min(nextAt, now + slack);
            return true;
        }
        return inTime(deadline, queriesAhead);
    }

    /** Whether a command with that deadline and so many queries ahead can start in time. */
    private boolean inTime(long deadline, int queriesAhead) {
        boolean inTime = slots.startsBefore(deadline) > queriesAhead;
        if (inTime) {
            nextAt = Math.min(nextAt, slots.tooFewFrom(deadline, queriesAhead));
        }
        return inTime;
    }

    private void examine(WaitingQuery<T> query) {
        for (PendingCommand<T> command : query.commands) {
            long deadline = command.deadline();
            if (query.notBefore < deadline && inTime(deadline, ahead(query, deadline))) {
                return; // and so are those with a later deadline
            }
            late.add(command);
        }
        if (query.notBefore <= now && ahead.counted()) {
            lateDeadlines.add(query.latestDeadline());
        }
    }

    /** The queries ahead that cannot expire before a deadline, without those that are late themselves. */
    private int ahead(WaitingQuery<T> query, long deadline) {
        return ahead.ahead(query, deadline) - (lateDeadlines.size() - lateDeadlines.countBefore(deadline));
    }
}
