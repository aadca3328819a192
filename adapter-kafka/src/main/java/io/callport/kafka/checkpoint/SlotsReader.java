package io.callport.kafka.checkpoint;

import io.callport.account.Budget;
import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads what {@link SlotsWriter} wrote. Of the bytes it trusts none: what it allocates is bounded by how many there are. */
final class SlotsReader {
    private final ByteSource source;

    SlotsReader(ByteSource source) {
        this.source = source;
    }

    SpentSlots read() throws DamagedException {
        Grain grain = Grain.of(source.get());
        SpentSlot others = source.getNumber(0, 1) == 0 ? null : grain.getSlot(source);
        int groups = source.getNumber(0, source.remaining());
        List<SpentAccount> accounts = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            group(grain, accounts);
        }
        return SpentSlots.of(accounts, others);
    }

    private void group(Grain grain, List<SpentAccount> accounts) throws DamagedException {
        Budget budget = budget();
        int count = source.getNumber(1, source.remaining());
        for (int i = 0; i < count; i++) {
            int hash = source.getHash();
            int slots = source.getNumber(1, budget.requests());
            accounts.add(new SpentAccount(hash, budget, slots(grain, slots)));
        }
    }

    private Budget budget() throws DamagedException {
        long requests = source.getNumber();
        long window = source.getNumber();
        try {
            Budget budget = new Budget(Math.toIntExact(requests), Duration.ofNanos(window));
            if (budget.limited()) {
                return budget;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DamagedException("a budget is out of its bounds");
        }
        throw new DamagedException("a budget has no limit");
    }

    private List<SpentSlot> slots(Grain grain, int count) throws DamagedException {
        if (!grain.everySlot()) {
            return Collections.nCopies(count, grain.getSlot(source));
        }
        List<SpentSlot> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slots.add(grain.getSlot(source));
        }
        slots.sort(Ages.YOUNGEST_FIRST);
        return List.copyOf(slots);
    }
}
