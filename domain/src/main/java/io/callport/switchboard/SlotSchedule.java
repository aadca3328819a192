package io.callport.switchboard;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The times at which slots of a budget become available, in order, if every request in flight ended now: a free slot at
 * once, a held slot when it is freed, a slot in flight a window from now; and each slot again a window after its use.
 * No slot becomes available before the lane opens.
 */
final class SlotSchedule {
    private final Moment moment;
    private final List<Time> times = new ArrayList<>();
    private final PriorityQueue<Time> next = new PriorityQueue<>();
    private int free;

    /**
     * The moment from which the times are counted.
     *
     * @param now the present
     * @param opensAt the time at which the lane opens; not after now if it is open
     * @param window the time for which a slot stays taken after its request ended
     */
    record Moment(long now, long opensAt, long window) {}

    /**
     * The time at which a slot becomes available.
     *
     * @param at the time
     * @param movesWithNow whether the time moves on with now, because it rests on a request in flight or on a free slot
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
     * @param free the number of free slots
     * @param inFlight the number of slots that requests in flight have taken
     * @param held the times at which the other slots are freed, in any order
     * @param surplus the number of taken slots beyond the budget
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

    /** The time for which a slot stays taken after its request ended. */
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
