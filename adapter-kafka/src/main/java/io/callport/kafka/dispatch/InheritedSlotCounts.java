package io.callport.kafka.dispatch;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.state.AccountSnapshot.Inherited;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The slots that accounts had spent when their partitions were taken over, and why these count, for as long as the
 * budget counts them. One thread owns an instance.
 */
final class InheritedSlotCounts {
    private final Map<Account, Entry> entries = new HashMap<>();

    /** Twelve bytes for each age, since very many accounts may be taken over together. */
    private static final class Entry {
        private final long[] freeAt;
        private final int[] counts;
        private final String why;

        Entry(List<SpentSlots> spent, Duration window, String why, long now) {
            this.freeAt = spent.stream()
                    .mapToLong(slots -> now + window.minus(slots.endedAgo()).toNanos())
                    .toArray();
            this.counts = spent.stream().mapToInt(SpentSlots::count).toArray();
            this.why = why;
        }

        /**
         * The slots that the window still holds; the switchboard holds them a little longer, for clocks that differ.
         */
        int slots(long now) {
            int slots = 0;
            for (int i = 0; i < freeAt.length; i++) {
                slots += freeAt[i] - now > 0 ? counts[i] : 0;
            }
            return slots;
        }
    }

    /** Replaces the slots of an account. */
    void put(Account account, Budget budget, List<SpentSlots> spent, String why, long now) {
        if (spent.isEmpty()) {
            entries.remove(account);
        } else {
            entries.put(account, new Entry(spent, budget.window(), why, now));
        }
    }

    /** The slots that still count, by account; forgets those that do not. */
    Map<Account, Inherited> at(long now) {
        Map<Account, Inherited> inherited = new HashMap<>();
        entries.entrySet().removeIf(entry -> {
            int slots = entry.getValue().slots(now);
            if (slots > 0) {
                inherited.put(entry.getKey(), new Inherited(slots, entry.getValue().why));
            }
            return slots == 0;
        });
        return inherited;
    }
}
