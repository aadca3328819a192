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
 * Accounts that may have spent slots, by home, so that a checkpoint does not have to look at all accounts. Not
 * thread-safe.
 */
public final class SpendingAccounts {
    private final Map<Account, Budget> budgets;
    private final Map<TopicPartition, Set<Account>> spenders = new HashMap<>();

    /** Makes a set in which no account has spent any of its budget. */
    public SpendingAccounts(Map<Account, Budget> budgets) {
        this.budgets = budgets;
    }

    /** Adds an account that spends, or has spent. */
    public void add(TopicPartition home, Account account) {
        spenders.computeIfAbsent(home, it -> new LinkedHashSet<>()).add(account);
    }

    /** The homes of these accounts. */
    public Set<TopicPartition> homes() {
        return Set.copyOf(spenders.keySet());
    }

    /** Forgets the accounts of a home: another instance counts their slots now. */
    public void forget(TopicPartition home) {
        spenders.remove(home);
    }

    /** The slots that the accounts of a home have spent; forgets an account whose slots are all free. */
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
