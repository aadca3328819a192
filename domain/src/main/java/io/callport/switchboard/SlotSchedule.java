package io.callport.switchboard;

/**
 * The earliest starts that a budget allows. They assume that every request in flight ends now, and that each slot is
 * used as soon as it is available: a free slot at once, a held slot when it is freed, the slot of a request in flight a
 * window from now, and each slot again a window after its use. No request starts before the lane opens. Starts are
 * counted, not listed: the cost grows with the logarithm of the number of slots, and depends neither on the number of
 * starts nor on how far away they are.
 */
final class SlotSchedule {
    /**
     * The longest gap between two starts for which an average is kept: a longer one, times all queries, would overflow.
     */
    private static final long MAX_GAP = 1L << 40;

    /**
     * The number of parts into which the held slots are divided for their average: each part counts with its last time.
     */
    private static final int PARTS = 32;

    private final Moment moment;
    private final int budget;
    private final int inFlight;
    private final SortedTimes held;
    private final long averageFreeAt;

    /**
     * The moment from which the times are counted.
     *
     * @param now the present
     * @param opensAt the time at which the lane opens; not after now if it is open
     * @param window the time for which a slot stays taken after its request ended
     */
    record Moment(long now, long opensAt, long window) {}

    /**
     * A schedule of the slots as they are at that moment; valid until they change.
     *
     * @param budget the number of slots; {@link Integer#MAX_VALUE} if they are not limited
     * @param inFlight the number of slots that requests in flight have taken
     * @param held the times at which the other taken slots are freed; if more slots are taken than the budget has,
     *     those that become available first are ignored
     */
    SlotSchedule(Moment moment, int budget, int inFlight, SortedTimes held) {
        this.moment = moment;
        this.budget = budget;
        this.inFlight = inFlight;
        this.held = held;
        this.averageFreeAt = averageFreeAt();
    }

    /**
     * The time between two starts that are spread evenly, rounded up; 0 if starts are not limited, or so far apart that
     * no average helps.
     */
    static long gap(int budget, long window) {
        long gap = budget == Integer.MAX_VALUE ? 0 : (window - 1) / budget + 1;
        return gap > MAX_GAP ? 0 : gap;
    }

    /**
     * The time, from now, for which a command is sure to have a start before its deadline; 0 if that is unknown. A time
     * within one gap counts as unknown, so that time does not ask for more forecasts than there are starts.
     *
     * @param leastSlack the deadline minus a gap for each query ahead
     */
    long slackAfter(long leastSlack) {
        long slack = leastSlack - averageFreeAt;
        return averageFreeAt != Long.MAX_VALUE && slack > gap(budget, moment.window) ? slack : 0;
    }

    /**
     * The time at which the slots become available on average, or a little later; {@link Long#MAX_VALUE} if it is of no
     * use. Before a time that is n gaps later there are at least n starts. As time passes, the average moves on no
     * faster than time.
     */
    private long averageFreeAt() {
        int taken = inFlight + held.size();
        if (gap(budget, moment.window) == 0 || taken > budget) {
            return Long.MAX_VALUE;
        }
        double sum = (double) inFlight * moment.window;
        for (int from = 0, part = 0; part < PARTS; part++) {
            int to = (int) ((long) held.size() * (part + 1) / PARTS);
            if (to > from) {
                sum += (double) (to - from) * (held.get(to - 1) - moment.now);
            }
            from = to;
        }
        return Math.max(moment.now, moment.opensAt) + (long) Math.ceil(sum / budget) + 1;
    }

    /** The number of starts before a time. */
    long startsBefore(long time) {
        return startsBefore(time, moment.now);
    }

    /** The time of the start that has that many starts before it. */
    long startAfter(int starts) {
        long earliest = Math.max(moment.now, moment.opensAt);
        if (startsBefore(earliest + 1) > starts) {
            return earliest;
        }
        long step = moment.window;
        while (startsBefore(earliest + step + 1) <= starts) {
            step *= 2;
        }
        long early = earliest;
        long late = earliest + step;
        while (late - early > 1) {
            long middle = early + (late - early) / 2;
            if (startsBefore(middle + 1) > starts) {
                late = middle;
            } else {
                early = middle;
            }
        }
        return late;
    }

    /**
     * The first time, after now and not after the deadline, at which no more than so many starts are left before the
     * deadline, if only time changes; {@link Long#MAX_VALUE} if time changes nothing. Only the starts of free slots,
     * and of slots in flight, move on with time. One of them passes the deadline whenever the deadline is a whole
     * number of windows away.
     */
    long tooFewFrom(long deadline, int starts) {
        if (unlimited()) {
            return Long.MAX_VALUE;
        }
        long most = (deadline - moment.now - 1) / moment.window;
        long first = deadline - most * moment.window;
        long enough = -1;
        long few = most;
        while (few - enough > 1) {
            long middle = (enough + few) >>> 1;
            if (startsBefore(deadline, first + middle * moment.window) <= starts) {
                few = middle;
            } else {
                enough = middle;
            }
        }
        return first + few * moment.window;
    }

    private boolean unlimited() {
        return budget == Integer.MAX_VALUE;
    }

    /** The number of starts before a time, as it will be at a later moment if nothing changes until then. */
    private long startsBefore(long time, long at) {
        if (unlimited()) {
            return time > Math.max(at, moment.opensAt) ? Long.MAX_VALUE : 0;
        }
        int freed = held.countBefore(at + 1);
        int taken = inFlight + held.size() - freed;
        int surplus = Math.max(0, taken - budget);
        int freedBeforeFlights = held.countBefore(at + moment.window) - freed;
        int flights = inFlight - Math.min(inFlight, Math.max(0, surplus - freedBeforeFlights));
        int firstHeld = freed + surplus - (inFlight - flights);
        return Math.max(0, budget - taken) * uses(time - Math.max(at, moment.opensAt))
                + flights * uses(time - Math.max(at + moment.window, moment.opensAt))
                + usesOfHeld(firstHeld, time);
    }

    /** The starts before a time that use the held slots from that index on. */
    private long usesOfHeld(int firstHeld, long time) {
        int whileClosed = Math.max(firstHeld, held.countBefore(moment.opensAt));
        long uses = (whileClosed - firstHeld) * uses(time - moment.opensAt);
        int others = held.size() - whileClosed;
        if (others == 0) {
            return uses;
        }
        long ofEach = uses(time - held.get(held.size() - 1));
        uses += others * ofEach;
        long before = time - ofEach * moment.window;
        for (int more = held.countBefore(before) - whileClosed; more > 0; ) {
            uses += more;
            before -= moment.window;
            more = held.countBefore(before) - whileClosed;
        }
        return uses;
    }

    /** The number of uses of a slot within a time after it becomes available. */
    private long uses(long within) {
        return within <= 0 ? 0 : (within - 1) / moment.window + 1;
    }
}
