package io.callport.kafka.checkpoint;

import io.callport.account.Budget;
import io.callport.switchboard.SpentSlot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the spent slots, as precisely as there is room for. */
final class SlotsWriter {
    /** The most bytes that the coarsest form takes: the precision, the slot that stands for every account not listed, and no group. */
    static final int COARSEST = 8;

    /** The fewest bytes of an account: its hash, how many slots, how old. */
    private static final int LEAST_PER_ACCOUNT = 6;

    private static final Comparator<HashedAccountSlots> YOUNGEST_FIRST = Comparator.comparing(
                    HashedAccountSlots::youngest, SlotAges.YOUNGEST_FIRST)
            .thenComparing(HashedAccountSlots::hash);

    private final int room;

    /** @param room the most bytes to write */
    SlotsWriter(int room) {
        this.room = room;
    }

    /** The most precise form that there is room for; {@code null} if there is no room for the coarsest. */
    byte @Nullable [] write(SpentSlots spent) {
        List<HashedAccountSlots> accounts = spent.accounts();
        for (SlotPrecision grain : SlotPrecision.values()) {
            byte[] bytes = form(grain, accounts, spent.others());
            if (bytes != null) {
                return bytes;
            }
        }
        return accounts.isEmpty() ? null : youngestAccounts(accounts, spent.others());
    }

    /** As many accounts as fit, those whose slots are freed last; one slot stands for the others. */
    private byte @Nullable [] youngestAccounts(List<HashedAccountSlots> accounts, @Nullable SpentSlot others) {
        List<HashedAccountSlots> youngest = new ArrayList<>(accounts);
        youngest.sort(YOUNGEST_FIRST);
        byte[] best = firstAccounts(youngest, 0, others);
        int fits = 0;
        int fitsNot = Math.min(youngest.size(), Math.max(0, room) / LEAST_PER_ACCOUNT + 1);
        while (best != null && fits + 1 < fitsNot) {
            int middle = (fits + fitsNot) >>> 1;
            byte[] bytes = firstAccounts(youngest, middle, others);
            if (bytes == null) {
                fitsNot = middle;
            } else {
                fits = middle;
                best = bytes;
            }
        }
        return best;
    }

    private byte @Nullable [] firstAccounts(List<HashedAccountSlots> youngest, int count, @Nullable SpentSlot others) {
        SpentSlot left = SlotAges.younger(others, youngest.get(count).youngest());
        return form(SlotPrecision.YOUNGEST, youngest.subList(0, count), left);
    }

    private byte @Nullable [] form(SlotPrecision grain, List<HashedAccountSlots> accounts, @Nullable SpentSlot others) {
        if ((long) accounts.size() * LEAST_PER_ACCOUNT > room) {
            return null;
        }
        ByteSink sink = new ByteSink().put(grain.code()).put(others == null ? 0 : 1);
        if (others != null) {
            grain.putSlot(sink, others);
        }
        Map<Budget, List<HashedAccountSlots>> groups = new LinkedHashMap<>();
        accounts.forEach(account -> groups.computeIfAbsent(account.budget(), budget -> new ArrayList<>())
                .add(account));
        sink.putNumber(groups.size());
        groups.forEach((budget, group) -> putGroup(sink, grain, budget, group));
        return sink.size() > room ? null : sink.toByteArray();
    }

    private void putGroup(ByteSink sink, SlotPrecision grain, Budget budget, List<HashedAccountSlots> accounts) {
        sink.putNumber(budget.requests()).putNumber(budget.window().toNanos()).putNumber(accounts.size());
        for (HashedAccountSlots account : accounts) {
            if (sink.size() > room) {
                return;
            }
            sink.putHash(account.hash()).putNumber(account.slots().size());
            if (grain.everySlot()) {
                account.slots().forEach(slot -> grain.putSlot(sink, slot));
            } else {
                grain.putSlot(sink, account.youngest());
            }
        }
    }
}
