package io.callport.system.crash.check;

import io.callport.account.Budget;
import io.callport.kafka.changelog.AccountState;
import io.callport.switchboard.SpentSlots;
import io.callport.system.crash.evidence.AccountRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** The records of one account by the time of their commit, and their slots. */
final class AnnouncedSlots {
    /**
     * The divisor for the clocks' rates: slots are held a thousandth longer than the window, since clocks differ in
     * rate.
     */
    private static final int CLOCK_RATE_DIVISOR = 1_000;

    private static final AccountRecord NONE = new AccountRecord(Instant.EPOCH, Instant.EPOCH, -1, null);

    private final TreeMap<Instant, AccountRecord> records = new TreeMap<>();

    AnnouncedSlots(List<AccountRecord> inOrder) {
        inOrder.forEach(record -> records.put(record.committedAt(), record));
    }

    /** Finds the latest record that was committed by that time. */
    AccountRecord by(Instant time) {
        var latest = records.floorEntry(time);
        return latest == null ? NONE : latest.getValue();
    }

    /**
     * Counts the slots that the record still shows as not free at a later time. A slot whose request may still arrive
     * has a negative age, which ends when the request must have arrived.
     */
    static int unfree(AccountRecord record, Instant at) {
        AccountState state = record.state();
        if (state == null) {
            return 0;
        }
        Duration since = Duration.between(record.writtenAt(), at);
        return state.slots().stream()
                .filter(slots -> held(slots, state.budget()).compareTo(since) > 0)
                .mapToInt(SpentSlots::count)
                .sum();
    }

    /** The longest time for which slots are held, from the writing of the record. */
    private static Duration held(SpentSlots slots, Budget budget) {
        return budget.window()
                .plus(budget.window().dividedBy(CLOCK_RATE_DIVISOR))
                .minus(slots.endedAgo());
    }
}
