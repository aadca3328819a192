package io.callport.switchboard;

/**
 * The starts of requests that a budget allows, if every request in flight ended now and each slot was used as soon as
 * it was available: a free slot at once, a held slot when it is freed, a slot in flight a window from now; and each
 * slot again a window after its use. No request starts before the lane opens. Starts are counted, not listed: the cost
 * depends neither on their number nor on how far they are away, and on the number of slots as its logarithm.
 */
final class SlotSchedule {
    /**
     * The longest gap between two starts for which an average is kept: a longer one, times all queries, would overflow.
     */
    private static final long LONGEST_GAP = 1L << 40;

    /** The number of parts of the held slots for their average: of each part the last time counts. */
    private static final int PARTS = 32;

    private final Moment moment;
    private final int budget;
    private final int inFlight;
    private final SortedTimes held;
    private final long onAverage;

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
     * @param held the times at which the other taken slots are freed; where more slots are taken than there are, those
     *     that become available first are ignored
     */
    SlotSchedule(Moment moment, int budget, int inFlight, SortedTimes held) {
        this.moment = moment;
        this.budget = budget;
        this.inFlight = inFlight;
        this.held = held;
        this.onAverage = onAverage();
    }

    /**
     * The time between two starts where they are spread evenly, rounded up; 0 where starts are so far apart, or not
     * limited, that no average helps.
     */
    static long gap(int budget, long window) {
        long gap = budget == Integer.MAX_VALUE ? 0 : (window - 1) / budget + 1;
        return gap > LONGEST_GAP ? 0 : gap;
    }

    /**
     * The time for which a command certainly has a start before its deadline; not positive if that is unknown. At least
     * one gap, so that time is not looked at more often than requests start.
     *
     * @param least the time by which the deadline is beyond a gap for each query ahead
     */
    long spare(long least) {
        long spare = least - onAverage;
        return onAverage != Long.MAX_VALUE && spare > gap(budget, moment.window) ? spare : 0;
    }

    /**
     * The time at which the slots become available on average, or a little later: before any time that is a number of
     * gaps later there are at least so many starts, and as now moves on, so does this average at most.
     * {@link Long#MAX_VALUE} if it is of no use.
     */
    private long onAverage() {
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
     * The time, after now and at most the deadline, at which there are no more than so many starts before the deadline,
     * if nothing but time changes; {@link Long#MAX_VALUE} if time changes nothing. Only slots that are free or in
     * flight move on with now, and a start of theirs passes the deadline when that is a number of windows away.
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

    /** How often a slot is used within a time from when it becomes available. */
    private long uses(long within) {
        return within <= 0 ? 0 : (within - 1) / moment.window + 1;
    }
}
