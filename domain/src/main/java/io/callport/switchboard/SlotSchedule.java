package io.callport.switchboard;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The times at which slots of a budget become available, in order, if every request in flight ended now: a free slot at
 * once, a held one when it is freed, one in flight a window from now; and each again a window after it was used. None before
 * the lane opens.
 */
final class SlotSchedule {
    private final Moment moment;
    private final List<Time> times = new ArrayList<>();
    private final PriorityQueue<Time> next = new PriorityQueue<>();
    private int free;

    /**
     * What the times are counted from.
     *
     * @param now the present
     * @param opensAt when the lane opens; not after now if it is open
     * @param window how long a slot stays taken after its request ended
     */
    record Moment(long now, long opensAt, long window) {}

    /**
     * When a slot becomes available.
     *
     * @param at the time
     * @param movesWithNow whether it moves on with now, because it rests on a request in flight or on a free slot
     */
    record Time(long at, boolean movesWithNow) implements Comparable<Time> {
        @Override
        public int compareTo(Time other) {
            return Long.compare(at, other.at);
        }
    }

    /**
     * A schedule of the slots as they are at that moment.
     *
     * @param free how many are free
     * @param inFlight how many are in flight
     * @param held when the others are freed, in any order
     * @param surplus how many more are taken than the budget has
     */
    SlotSchedule(Moment moment, int free, int inFlight, List<Long> held, int surplus) {
        this.moment = moment;
        this.free = free;
        for (int i = 0; i < inFlight; i++) {
            next.add(new Time(moment.now + moment.window, true));
        }
        held.forEach(time -> next.add(new Time(time, false)));
        for (int i = 0; i < surplus; i++) {
            next.remove();
        }
    }

    /** How long a slot stays taken after its request ended. */
    long window() {
        return moment.window;
    }

    /** The time of the start that has that many starts before it. */
    Time after(int starts) {
        while (times.size() <= starts) {
            times.add(compute());
        }
        return times.get(starts);
    }

    private Time compute() {
        Time time = free > 0 ? new Time(moment.now, true) : next.remove();
        free = Math.max(0, free - 1);
        Time used = new Time(Math.max(time.at, moment.opensAt), time.movesWithNow && time.at >= moment.opensAt);
        next.add(new Time(used.at + moment.window, used.movesWithNow));
        return used;
    }
}
