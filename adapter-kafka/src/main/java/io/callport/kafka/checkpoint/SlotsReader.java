package io.callport.kafka.checkpoint;

import io.callport.account.Budget;
import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the slots that {@link SlotsWriter} wrote. It trusts no byte: the number of bytes bounds what it allocates. */
final class SlotsReader {
    private final ByteSource source;
    private final Set<Budget> budgets = new HashSet<>();

    SlotsReader(ByteSource source) {
        this.source = source;
    }

    SpentSlots read() throws DamagedCheckpointException {
        SlotPrecision grain = SlotPrecision.of(source.get());
        SpentSlot others = source.getNumber(0, 1) == 0 ? null : grain.getSlot(source);
        int groups = source.getNumber(0, source.remaining());
        List<HashedAccountSlots> accounts = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            group(grain, accounts);
        }
        return SpentSlots.of(accounts, others);
    }

    private void group(SlotPrecision grain, List<HashedAccountSlots> accounts) throws DamagedCheckpointException {
        Budget budget = budget();
        int count = source.getNumber(1, source.remaining());
        Set<Integer> hashes = new HashSet<>();
        for (int i = 0; i < count; i++) {
            int hash = source.getHash();
            if (!hashes.add(hash)) {
                throw new DamagedCheckpointException("an account is listed twice");
            }
            int slots = source.getNumber(1, budget.requests());
            accounts.add(new HashedAccountSlots(hash, budget, slots(grain, slots)));
        }
    }

    private Budget budget() throws DamagedCheckpointException {
        long requests = source.getNumber();
        long window = source.getNumber();
        try {
            Budget budget = new Budget(Math.toIntExact(requests), Duration.ofNanos(window));
            if (budget.limited() && budgets.add(budget)) {
                return budget;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DamagedCheckpointException("a budget is out of its bounds");
        }
        throw new DamagedCheckpointException("a budget is none, or listed twice");
    }

    private List<SpentSlot> slots(SlotPrecision grain, int count) throws DamagedCheckpointException {
        if (!grain.everySlot()) {
            return Collections.nCopies(count, grain.getSlot(source));
        }
        List<SpentSlot> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slots.add(grain.getSlot(source));
        }
        slots.sort(SlotAges.YOUNGEST_FIRST);
        return List.copyOf(slots);
    }
}
