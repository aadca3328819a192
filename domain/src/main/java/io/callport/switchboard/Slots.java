package io.callport.switchboard;

import io.callport.account.Budget;
import io.callport.query.QueryFailure.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The budget of one account as slots. S2: a slot is taken when a request starts and freed a window after the request
 * <em>ended</em>, so that among any N+1 requests two used the same slot one after the other, at least a window apart at
 * the vendor. A request that may still arrive keeps its slot for one more timeout; one that was never sent frees it at
 * once.
 */
final class Slots {
    /** Clocks of two machines may differ in rate; a thousandth is far more than any of them does. */
    private static final long CLOCK_RATE_DIVISOR = 1_000;

    private final Budget budget;
    private final long window;
    private final long lateArrival;
    private final long latestEnd;
    private final SlotAges slotAges;
    private final SortedTimes freeAt = new SortedTimes();
    private long allFreeAt = Long.MIN_VALUE;
    private int inFlight;

    Slots(Budget budget, Settings settings) {
        this.budget = budget;
        this.window = budget.window().toNanos() + budget.window().toNanos() / CLOCK_RATE_DIVISOR;
        this.lateArrival = settings.lateArrival().toNanos();
        this.latestEnd = settings.startDelay().toNanos() + 2 * lateArrival;
        this.slotAges = SlotAges.of(budget, window);
    }

    boolean limited() {
        return budget.limited();
    }

    /** The time between two starts that are spread evenly: {@link SlotSchedule#gap}. */
    long gap() {
        return SlotSchedule.gap(budget.requests(), window);
    }

    /** Whether a request may start now. */
    boolean free(long now) {
        return !budget.limited() || taken(now) < budget.requests();
    }

    void reserve() {
        inFlight++;
    }

    void ended(Sent sent, long now) {
        inFlight--;
        if (budget.limited() && sent != Sent.NO) {
            hold(now + window + (sent == Sent.MAYBE ? lateArrival : 0));
        }
    }

    /**
     * The time, after now, at which the next held slot is freed; {@link Long#MAX_VALUE} if only the end of a request
     * can free one.
     */
    long nextFree(long now) {
        release(now);
        return freeAt.isEmpty() ? Long.MAX_VALUE : freeAt.get(0);
    }

    /**
     * The time at which the last held slot is freed. From then on an account without a request in flight can be
     * forgotten.
     */
    long allFreeAt() {
        return allFreeAt;
    }

    /**
     * The slots that are not free, the youngest first. A request in flight counts as ending as late as it can: after
     * the start delay, the time of the request, and the time for which it may arrive late.
     */
    List<SpentSlots> spent(long now) {
        release(now);
        if (!budget.limited()) {
            return List.of();
        }
        List<SpentSlots> spent = new ArrayList<>();
        if (inFlight > 0) {
            spent.add(new SpentSlots(inFlight, Duration.ofNanos(-latestEnd)));
        }
        spent.addAll(slotAges.spent(freeAt, now + window, latestEnd));
        spent.sort(Comparator.comparing(SpentSlots::endedAgo)); // a restored slot may end after one in flight here
        return spent;
    }

    /** Replaces the held slots by those of another instance. */
    void restore(List<SpentSlots> spent, long now) {
        freeAt.clear();
        slotAges.clear();
        for (int oldest = spent.size() - 1; oldest >= 0; oldest--) { // in the order in which they are freed
            SpentSlots slots = spent.get(oldest);
            for (int i = 0; i < slots.count() && budget.limited(); i++) {
                hold(now - slots.endedAgo().toNanos() + window);
            }
        }
    }

    /** S6: the earliest starts that the slots allow if every request in flight ends now. */
    SlotSchedule schedule(long now, long opensAt) {
        release(now);
        return new SlotSchedule(
                new SlotSchedule.Moment(now, opensAt, window),
                budget.limited() ? budget.requests() : Integer.MAX_VALUE,
                inFlight,
                freeAt);
    }

    /** The number of requests that count against the budget now. */
    int used(long now) {
        return budget.limited() ? taken(now) : 0;
    }

    private void hold(long until) {
        freeAt.add(until);
        slotAges.add(until);
        allFreeAt = Math.max(allFreeAt, until);
    }

    private int taken(long now) {
        release(now);
        return inFlight + freeAt.size();
    }

    private void release(long now) {
        while (!freeAt.isEmpty() && freeAt.get(0) <= now) {
            slotAges.remove(freeAt.removeFirst());
        }
    }
}
