package io.callport.kafka.changelog;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The slots of an account's budget that are not free, as the record {@code account/<vendor:key>} has them. Ages count
 * on from the moment of reading.
 *
 * @param budget the budget that the slots were spent of; never unlimited
 * @param slots the slots, at least one; kept in the order of their ages, the youngest first
 */
public record AccountState(Account account, Budget budget, List<SpentSlots> slots) {
    static final String KEY_PREFIX = "account/";

    /** 100 years: more than any age, and little enough to be counted in nanoseconds. */
    private static final long MAX_MILLIS = Duration.ofDays(36_500).toMillis();

    private static final long MILLIS_PER_SECOND = 1_000;
    private static final int NANOS_PER_MILLI = 1_000_000;

    /**
     * The switchboard frees a slot a thousandth of the window late, as the clocks of two machines may differ in rate.
     */
    private static final int CLOCK_RATE_DIVISOR = 1_000;

    /** @throws IllegalArgumentException if the budget is unlimited, or there are no slots */
    public AccountState {
        if (!budget.limited() || slots.isEmpty()) {
            throw new IllegalArgumentException(
                    "account state: needs a budget and at least one slot, but has " + budget + " and " + slots.size());
        }
        slots = slots.stream()
                .sorted(Comparator.comparing(SpentSlots::endedAgo))
                .toList();
    }

    /** Returns the record that says this, with ages in whole milliseconds, rounded down. */
    public StateRecord record() {
        ByteSink content = new ByteSink()
                .putNumber(budget.requests())
                .putNumber(budget.window().toNanos())
                .putNumber(slots.size());
        for (SpentSlots each : slots) {
            content.putNumber(each.count()).putSignedNumber(millis(each.endedAgo()));
        }
        return StateRecord.of(KEY_PREFIX + account, content);
    }

    /** Returns the record that says that all slots of an account are free. */
    public static StateRecord tombstone(Account account) {
        return StateRecord.tombstone(KEY_PREFIX + account);
    }

    /**
     * Returns the slots to restore for the configured budget: these, if they were spent of the same budget. If it has
     * another N or W, all its slots, each as young as the youngest of these. None if it is unlimited.
     */
    public List<SpentSlots> slotsFor(Budget configured) {
        if (!configured.limited()) {
            return List.of();
        }
        return configured.equals(budget) ? slots : List.of(new SpentSlots(configured.requests(), youngest()));
    }

    /**
     * Returns how long after the reading the last of these slots is free, by the budget of this record; zero if all
     * are.
     */
    public Duration freeIn() {
        Duration held = budget.window().plus(budget.window().dividedBy(CLOCK_RATE_DIVISOR));
        Duration left = held.minus(youngest());
        return left.isNegative() ? Duration.ZERO : left;
    }

    static Account accountOf(String key) throws UnreadableRecordException {
        try {
            return Account.parse(key.substring(KEY_PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw UnreadableRecordException.unknownKey();
        }
    }

    static AccountState read(Account account, ByteSource content) throws UnreadableRecordException {
        Budget budget = budget(content.getNumber(), content.getNumber());
        int entries = content.getNumber(1, content.remaining());
        List<SpentSlots> slots = new ArrayList<>(entries);
        for (int i = 0; i < entries; i++) {
            slots.add(new SpentSlots(content.getNumber(1, Integer.MAX_VALUE), age(content.getSignedNumber())));
        }
        content.end();
        return new AccountState(account, budget, slots);
    }

    private static Budget budget(long requests, long window) throws UnreadableRecordException {
        try {
            Budget budget = new Budget(Math.toIntExact(requests), Duration.ofNanos(window));
            if (budget.limited()) {
                return budget;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw UnreadableRecordException.damaged("its budget is out of bounds");
        }
        throw UnreadableRecordException.damaged("its budget is unlimited");
    }

    /** Whole milliseconds, rounded down, below zero too; an age beyond 100 years counts as 100 years. */
    private static long millis(Duration age) {
        long seconds =
                Math.max(-MAX_MILLIS / MILLIS_PER_SECOND, Math.min(MAX_MILLIS / MILLIS_PER_SECOND, age.getSeconds()));
        return Math.min(MAX_MILLIS, seconds * MILLIS_PER_SECOND + age.getNano() / NANOS_PER_MILLI);
    }

    private static Duration age(long millis) throws UnreadableRecordException {
        if (Math.abs(millis) > MAX_MILLIS) {
            throw UnreadableRecordException.damaged("a slot is older or younger than 100 years");
        }
        return Duration.ofMillis(millis);
    }

    private Duration youngest() {
        return slots.get(0).endedAgo();
    }
}
