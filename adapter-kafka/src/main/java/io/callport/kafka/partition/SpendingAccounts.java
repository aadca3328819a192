package io.callport.kafka.partition;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.checkpoint.AccountSlots;
import io.callport.kafka.checkpoint.SpentSlots;
import io.callport.switchboard.SpentSlot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * Which accounts may have spent slots, by home, so that a checkpoint does not have to look at all of them. Not thread-safe.
 */
public final class SpendingAccounts {
    private final Map<Account, Budget> budgets;
    private final Map<TopicPartition, Set<Account>> spenders = new HashMap<>();

    /** Nobody has spent anything of these budgets. */
    public SpendingAccounts(Map<Account, Budget> budgets) {
        this.budgets = budgets;
    }

    /** An account spends, or has spent. */
    public void add(TopicPartition home, Account account) {
        spenders.computeIfAbsent(home, it -> new LinkedHashSet<>()).add(account);
    }

    /** The homes of which an account may have spent slots. */
    public Set<TopicPartition> homes() {
        return Set.copyOf(spenders.keySet());
    }

    /** Another instance counts them now. */
    public void forget(TopicPartition home) {
        spenders.remove(home);
    }

    /** What the accounts of a home have spent; one whose slots are all free is not looked at again. */
    public SpentSlots at(TopicPartition home, Function<Account, List<SpentSlot>> slots) {
        List<AccountSlots> spent = new ArrayList<>();
        spenders.computeIfPresent(home, (it, accounts) -> {
            accounts.removeIf(account -> !stillSpends(account, slots.apply(account), spent));
            return accounts.isEmpty() ? null : accounts;
        });
        return SpentSlots.from(spent);
    }

    private boolean stillSpends(Account account, List<SpentSlot> slots, List<AccountSlots> spent) {
        if (slots.isEmpty()) {
            return false;
        }
        spent.add(new AccountSlots(account, budgets.getOrDefault(account, Budget.UNLIMITED), slots));
        return true;
    }
}
