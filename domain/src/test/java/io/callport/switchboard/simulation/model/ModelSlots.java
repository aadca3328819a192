package io.callport.switchboard.simulation.model;

import io.callport.account.Budget;
import io.callport.query.QueryFailure.Sent;
import io.callport.switchboard.SpentSlots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** S2 in the model: the time at which each slot of a lane is free again. */
public final class ModelSlots {
    private final Budget budget;
    private final long held;
    private final long lateArrival;
    private final PriorityQueue<Long> freeAt = new PriorityQueue<>();
    private int inFlight;

    ModelSlots(Budget budget, long lateArrival) {
        this.budget = budget;
        this.held = heldFor(budget);
        this.lateArrival = lateArrival;
    }

    /** The time for which a slot is held after its request ended: the window and a thousandth of it. */
    public static long heldFor(Budget budget) {
        return budget.window().toNanos() / 1_000 * 1_001;
    }

    public boolean free(long now) {
        while (!freeAt.isEmpty() && freeAt.peek() <= now) {
            freeAt.remove();
        }
        return !budget.limited() || inFlight + freeAt.size() < budget.requests();
    }

    void reserve() {
        inFlight++;
    }

    void ended(Sent sent, long now) {
        inFlight--;
        if (sent != Sent.NO) {
            freeAt.add(now + held + (sent == Sent.MAYBE ? lateArrival : 0));
        }
    }

    /** A slot that another instance used, which ended then. */
    public void restore(long endedAt) {
        freeAt.add(endedAt + held);
    }

    /** The slots as another instance gets them: as many, none of them older, and none much younger. */
    public void checkHandOver(List<SpentSlots> spent, long latestEnd, long now) {
        List<Long> own = new ArrayList<>();
        if (budget.limited()) {
            freeAt.stream().filter(time -> time > now).forEach(time -> own.add(now - (time - held)));
            own.addAll(Collections.nCopies(inFlight, -latestEnd));
        }
        own.sort(Comparator.naturalOrder());
        List<Long> given = new ArrayList<>();
        spent.forEach(some ->
                given.addAll(Collections.nCopies(some.count(), some.endedAgo().toNanos())));
        RuleViolation.unless(
                given.size() == own.size(), "S2", "hands over " + given.size() + " slots of " + own.size());
        for (int i = 0; i < own.size(); i++) {
            long longer = own.get(i) - given.get(i);
            RuleViolation.unless(
                    longer >= 0 && longer <= (held + latestEnd) / 32,
                    "S2",
                    "hands over a slot " + longer + " ns younger");
        }
    }

    /**
     * When the next requests could start if all in flight ended now, each start holding its slot again.
     *
     * @param from not before that
     */
    public long[] forecast(int requests, long now, long from) {
        long[] starts = new long[requests];
        Arrays.fill(starts, Math.max(now, from));
        if (budget.limited()) {
            PriorityQueue<Long> slots = new PriorityQueue<>(freeAt);
            for (int i = 0; i < inFlight; i++) {
                slots.add(now + held);
            }
            while (slots.size() < budget.requests()) {
                slots.add(now);
            }
            while (slots.size() > budget.requests()) {
                slots.remove();
            }
            for (int i = 0; i < requests; i++) {
                starts[i] = Math.max(Math.max(now, from), slots.remove());
                slots.add(starts[i] + held);
            }
        }
        return starts;
    }
}
