package io.callport.switchboard;

import io.callport.query.Query;
import io.callport.switchboard.Availability.Time;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * S6: which commands of a lane are certain to be late. A command is, if its query could not start before its deadline even
 * if every request in flight ended now and every query ahead that can expire before did.
 */
final class Forecast<T> {
    private final long now;
    private final Availability slots;
    private final List<Long> deadlinesAhead = new ArrayList<>(); // the latest of each askable query ahead, sorted
    private final List<Waiting<T>> late = new ArrayList<>();
    private long nextLook = Long.MAX_VALUE;

    private Forecast(Lane<T> lane, long now) {
        this.now = now;
        this.slots = lane.slots.availability(now, lane.closure.opensAt());
    }

    /**
     * Looks at a lane, and tells it when to look again.
     *
     * @return the commands that are certain to be late, in the order of their queries
     */
    static <T> List<Waiting<T>> late(Lane<T> lane, long now) {
        boolean nothingToFear = !lane.slots.limited() && lane.closure.open(now) && lane.queue.allAskable(now);
        if (lane.queue.size() == 0 || nothingToFear) {
            lane.forecastAt(Long.MAX_VALUE);
            return List.of();
        }
        Forecast<T> forecast = new Forecast<>(lane, now);
        lane.queue.inOrder().forEach(forecast::look);
        // Without a budget nothing moves on with time but time itself, and deadlines are watched anyway.
        lane.forecastAt(lane.slots.limited() ? forecast.nextLook : Long.MAX_VALUE);
        return forecast.late;
    }

    /**
     * How long from now until commands that were refused together could be asked, if they came again: each of their queries
     * has a slot of its own, behind those that wait, once it may be asked at all.
     */
    static <T> List<Long> usefulWaits(Lane<T> lane, List<Waiting<T>> refused, long now) {
        Availability slots = lane.slots.availability(now, lane.closure.opensAt());
        int ahead = lane.queue.queries();
        Map<Query<?, ?>, Long> useful = new HashMap<>();
        List<Long> waits = new ArrayList<>();
        for (Waiting<T> command : refused) {
            Query<?, ?> query = command.command.query();
            long slot = slots.after(ahead + useful.size()).at();
            long at = useful.computeIfAbsent(query, it -> Math.max(slot, lane.askableFrom(it, now)));
            waits.add(at - now);
        }
        return waits;
    }

    private void look(WaitingQuery<T> query) {
        boolean inTime = false;
        for (Waiting<T> command : query.commands) {
            long deadline = command.command.deadline();
            Time start = start(query, deadline);
            if (start.at() < deadline) {
                inTime = true; // and so are those with a later deadline
                lookAgain(start, deadline);
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

    /** Where the first deadline is that is not before that one. */
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
     * A time that rests on a request in flight, or on a slot that is free, moves on with now: it matters when it has moved up
     * to the deadline. Others matter when such a time, of which there is one in every window, has moved past them.
     */
    private void lookAgain(Time start, long deadline) {
        long moves = start.drifting() ? deadline - start.at() : (start.at() - now) % slots.window() + 1;
        nextLook = Math.min(nextLook, now + moves);
    }
}
