package io.callport.switchboard;

import io.callport.switchboard.SlotSchedule.Time;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * S6: the commands of a lane that are certain to be late. A command is certain to be late if its query could not start
 * before its deadline even if every request in flight ended now and every query ahead that can expire before did.
 */
final class Forecast<T> {
    private final long now;
    private final SlotSchedule slots;
    private final List<Long> deadlinesAhead = new ArrayList<>(); // the latest of each askable query ahead, sorted
    private final List<PendingCommand<T>> late = new ArrayList<>();
    private long nextAt = Long.MAX_VALUE;

    private Forecast(Lane<T> lane, long now) {
        this.now = now;
        this.slots = lane.slots.schedule(now, lane.closure.opensAt());
    }

    /** Whether no command can be late by itself, so that a lane needs no forecast. */
    static boolean unneeded(Lane<?> lane, long now) {
        boolean nothingToFear = !lane.slots.limited() && lane.closure.open(now) && lane.queue.allAskable(now);
        return lane.queue.size() == 0 || nothingToFear;
    }

    /** The forecast of a lane, as it is now. */
    static <T> Forecast<T> of(Lane<T> lane, long now) {
        Forecast<T> forecast = new Forecast<>(lane, now);
        lane.queue.inOrder().forEach(forecast::examine);
        if (!lane.slots.limited()) {
            // Without a budget nothing moves on with time but time itself, and deadlines are watched anyway.
            forecast.nextAt = Long.MAX_VALUE;
        }
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
     * The waits after which commands that were refused together could be asked, if they came again: each of their queries
     * has a slot of its own, behind those that wait, once it may be asked at all.
     */
    static <T> List<Long> usefulWaits(Lane<T> lane, List<PendingCommand<T>> refused, long now) {
        SlotSchedule slots = lane.slots.schedule(now, lane.closure.opensAt());
        int ahead = lane.queue.queries();
        Map<QueryKey, Long> useful = new HashMap<>();
        List<Long> waits = new ArrayList<>();
        for (PendingCommand<T> command : refused) {
            long slot = slots.after(ahead + useful.size()).at();
            long at = useful.computeIfAbsent(command.query, it -> Math.max(slot, lane.askableFrom(it, now)));
            waits.add(at - now);
        }
        return waits;
    }

    private void examine(WaitingQuery<T> query) {
        boolean inTime = false;
        for (PendingCommand<T> command : query.commands) {
            long deadline = command.command.deadline();
            Time start = start(query, deadline);
            if (start.at() < deadline) {
                inTime = true; // and so are those with a later deadline
                examineAgain(start, deadline);
                break;
            }
            late.add(command);
        }
        if (inTime && query.notBefore <= now) {
            deadlinesAhead.add(firstPlace(query.latestDeadline()), query.latestDeadline());
        }
    }

    /** The earliest start of a query for a command with that deadline. */
    private Time start(WaitingQuery<T> query, long deadline) {
        int cannotExpireBefore = deadlinesAhead.size() - firstPlace(deadline);
        Time slot = slots.after(cannotExpireBefore);
        return slot.at() >= query.notBefore ? slot : new Time(query.notBefore, false);
    }

    /** The index of the first deadline ahead that is not before the given deadline. */
    private int firstPlace(long deadline) {
        int low = 0;
        int high = deadlinesAhead.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (deadlinesAhead.get(middle) < deadline) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * A time that rests on a request in flight, or on a slot that is free, moves on with now: it matters when it has
     * moved up to the deadline. Other times matter when such a time, of which there is one in every window, has moved
     * past them.
     */
    private void examineAgain(Time start, long deadline) {
        long moves = start.movesWithNow() ? deadline - start.at() : (start.at() - now) % slots.window() + 1;
        nextAt = Math.min(nextAt, now + moves);
    }
}
