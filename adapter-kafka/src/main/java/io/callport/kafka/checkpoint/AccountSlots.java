package io.callport.kafka.checkpoint;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.SpentSlot;
import java.util.List;

/** The slots that an account has spent of its budget, in any order. */
public record AccountSlots(Account account, Budget budget, List<SpentSlot> slots) {
    public AccountSlots {
        slots = List.copyOf(slots);
    }
}
