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
 * What accounts had spent when their partitions were taken over, and why that counts, for as long as the budget counts it. One thread
 * owns an instance.
 */
final class InheritedUse {
    private final Map<Account, Entry> entries = new HashMap<>();

    private record Entry(List<SpentSlots> spent, Duration window, String why, long since) {
        /** The slots that the window still holds; the switchboard holds them a little longer, for clocks that differ. */
        int slots(long now) {
            Duration passed = Duration.ofNanos(now - since);
            return spent.stream()
                    .filter(slot -> slot.endedAgo().plus(passed).compareTo(window) < 0)
                    .mapToInt(SpentSlots::count)
                    .sum();
        }
    }

    /** Replaces what is known of an account. */
    void put(Account account, Budget budget, List<SpentSlots> spent, String why, long now) {
        if (spent.isEmpty()) {
            entries.remove(account);
        } else {
            entries.put(account, new Entry(List.copyOf(spent), budget.window(), why, now));
        }
    }

    /** What still counts, by account; forgets what does not. */
    Map<Account, Inherited> at(long now) {
        entries.values().removeIf(entry -> entry.slots(now) == 0);
        Map<Account, Inherited> inherited = new HashMap<>();
        entries.forEach((account, entry) -> inherited.put(account, new Inherited(entry.slots(now), entry.why())));
        return inherited;
    }
}
