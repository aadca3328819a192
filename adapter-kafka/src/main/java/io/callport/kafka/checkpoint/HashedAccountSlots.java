package io.callport.kafka.checkpoint;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.SpentSlot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The slots that one account has spent, as a checkpoint holds them.
 *
 * @param hash stands for the account: the CRC-32 of its text. Two accounts with the same hash both count as having spent what
 *     either did
 * @param slots at least one, the youngest first
 */
record HashedAccountSlots(int hash, Budget budget, List<SpentSlot> slots) {
    static HashedAccountSlots of(AccountSlots spent) {
        return new HashedAccountSlots(hash(spent.account()), spent.budget(), youngest(spent.slots(), spent.budget()));
    }

    static int hash(Account account) {
        CRC32 hash = new CRC32();
        hash.update(account.toString().getBytes(StandardCharsets.US_ASCII));
        return (int) hash.getValue();
    }

    SpentSlot youngest() {
        return slots.get(0);
    }

    /** The slots that two accounts of one hash and budget have spent together. */
    HashedAccountSlots and(HashedAccountSlots other) {
        List<SpentSlot> both = new ArrayList<>(slots);
        both.addAll(other.slots);
        return new HashedAccountSlots(hash, budget, youngest(both, budget));
    }

    /** Of N requests in a window only the N youngest slots decide when the next may start: the others are free before. */
    private static List<SpentSlot> youngest(List<SpentSlot> slots, Budget budget) {
        List<SpentSlot> sorted = new ArrayList<>(slots);
        sorted.sort(SlotAges.YOUNGEST_FIRST);
        return List.copyOf(sorted.subList(0, Math.min(sorted.size(), budget.requests())));
    }
}
