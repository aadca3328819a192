package io.callport.switchboard;

import io.callport.account.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The ages of an account's held slots, grouped so that their number is bounded: each slot by itself where the budget
 * has at most 64, else groups of slots, each within a 64th of the window and as old as its youngest slot. The cost of a
 * description does not depend on the size of the budget. Groups begin a 64th of the window apart, so that they stay as
 * they are when they travel on.
 */
final class SlotAges {
    /** More ages would make a record long, and a 64th of the window is short enough. */
    private static final int MAX_AGES = 64;

    /** Slots are counted in parts that are short beside a group, so that groups can begin anywhere. */
    private static final int PARTS = 16 * MAX_AGES;

    private final long part;
    private final @Nullable NavigableMap<Long, Part> parts;

    /** The slots that are freed within one part of the window. */
    private static final class Part {
        private int count;
        private long youngest = Long.MIN_VALUE;
    }

    private SlotAges(long part, @Nullable NavigableMap<Long, Part> parts) {
        this.part = part;
        this.parts = parts;
    }

    /** @param window the time for which a slot stays taken after its request ended, in nanoseconds */
    static SlotAges of(Budget budget, long window) {
        boolean many = budget.limited() && budget.requests() > MAX_AGES;
        return new SlotAges(Math.max(1, window / PARTS), many ? new TreeMap<>() : null);
    }

    /** Counts a slot that is freed at that time. */
    void add(long freeAt) {
        if (parts != null) {
            Part in = parts.computeIfAbsent(Math.floorDiv(freeAt, part), it -> new Part());
            in.count++;
            in.youngest = Math.max(in.youngest, freeAt);
        }
    }

    /** Forgets a slot that is freed: the one that is freed first of all. */
    void remove(long freeAt) {
        if (parts != null) {
            parts.computeIfPresent(Math.floorDiv(freeAt, part), (it, in) -> --in.count == 0 ? null : in);
        }
    }

    void clear() {
        if (parts != null) {
            parts.clear();
        }
    }

    /**
     * The held slots as ages, the youngest first.
     *
     * @param held the times at which they are freed; read only where slots are not grouped
     * @param fresh the time at which a slot is freed if its request ends now
     * @param latestEnd the longest time from now after which a slot may count as ending; it is divided into as many
     *     groups as the window, at most
     */
    List<SpentSlots> spent(SortedTimes held, long fresh, long latestEnd) {
        List<SpentSlots> spent = new ArrayList<>();
        if (parts == null) {
            for (int last = held.size() - 1; last >= 0; last--) {
                spent.add(new SpentSlots(age(held.get(last), fresh)));
            }
            return spent;
        }
        long group = part * (PARTS / MAX_AGES - 1);
        long futureGroup = Math.max(group, latestEnd / MAX_AGES);
        long youngest = Long.MAX_VALUE;
        int count = 0;
        for (Part next : parts.descendingMap().values()) {
            boolean within = youngest - next.youngest < (next.youngest > fresh ? futureGroup : group);
            if (count > 0 && !within) {
                spent.add(new SpentSlots(count, age(youngest, fresh)));
                count = 0;
            }
            youngest = count == 0 ? next.youngest : youngest;
            count += next.count;
        }
        if (count > 0) {
            spent.add(new SpentSlots(count, age(youngest, fresh)));
        }
        return spent;
    }

    private static Duration age(long freeAt, long fresh) {
        return Duration.ofNanos(fresh - freeAt);
    }
}
