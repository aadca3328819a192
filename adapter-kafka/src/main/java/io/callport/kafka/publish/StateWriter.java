package io.callport.kafka.publish;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.changelog.DoneChunk;
import io.callport.kafka.dispatch.Dispatcher;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.partition.AccountRecords;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.partition.PartitionState;
import io.callport.kafka.partition.PartitionState.FirstRecords;
import io.callport.kafka.state.PartitionSnapshot.StateSize;
import io.callport.kafka.takeover.InheritedSlots;
import io.callport.kafka.takeover.TakeoverResult;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the state records of each transaction: the accounts that changed, the chunks in which offsets were done, what
 * grows old, and what is not needed any more. One thread owns it.
 */
public final class StateWriter {
    /** Records that grow old are due together, so that a quiet service makes few transactions for them. */
    private static final Duration DUE_TOGETHER = Duration.ofSeconds(1);

    private final AccountHomes homes;
    private final Map<Account, Budget> budgets;
    private final Dispatcher dispatcher;
    private final LongSupplier time;
    private final Map<TopicPartition, PartitionRecords> begun = new HashMap<>();

    /** The state records of one partition of commands. */
    private record PartitionRecords(
            PartitionState state, AccountRecords accounts, Map<Account, UnconfiguredAccount> unconfigured) {}

    /** An account with a record that this instance does not count, and the time at which its record was read. */
    private record UnconfiguredAccount(AccountState record, long readAt) {}

    /** Selects the accounts to write in a transaction from the records of a partition. */
    private interface AccountSelection {
        List<Account> select(AccountRecords accounts, long now);
    }

    /**
     * Makes a writer of no partition yet.
     *
     * @param budgets the configured accounts and their budgets
     * @param dispatcher counts the slots of the configured accounts
     */
    public StateWriter(AccountHomes homes, Map<Account, Budget> budgets, Dispatcher dispatcher) {
        this(homes, budgets, dispatcher, System::nanoTime);
    }

    StateWriter(AccountHomes homes, Map<Account, Budget> budgets, Dispatcher dispatcher, LongSupplier time) {
        this.homes = homes;
        this.budgets = budgets;
        this.dispatcher = dispatcher;
        this.time = time;
    }

    /** Begins a partition: counts the slots that its accounts spent on another instance. */
    public void begin(TakeoverResult.Ready ready) {
        TopicPartition partition = ready.progress().partition();
        InheritedSlots inherited = ready.inherited();
        long now = time.getAsLong();
        PartitionRecords records = new PartitionRecords(ready.state(), new AccountRecords(now), new HashMap<>());
        begun.put(partition, records);
        Map<Account, Budget> recorded = new HashMap<>();
        inherited.records().forEach((account, record) -> {
            recorded.put(account, record.budget());
            if (!counted(account)) {
                records.unconfigured().put(account, new UnconfiguredAccount(record, now));
            }
        });
        records.accounts().inherit(recorded);
        homes.accountsWithBudgetAt(partition).forEach((account, budget) -> {
            dispatcher.restore(account, budget, inherited.of(account, budget), inherited.reason(account, budget), now);
            if (inherited.countsAsSpent(account)) {
                records.accounts().markChanged(account);
            }
        });
    }

    /** Forgets partitions whose accounts other instances count now. */
    public void forget(Collection<TopicPartition> gone) {
        gone.forEach(begun::remove);
    }

    /** Notes that the slots of an account have changed. */
    public void markChanged(Account account) {
        TopicPartition partition = homes.homeOf(account);
        PartitionRecords records = partition == null ? null : begun.get(partition);
        if (records != null && counted(account)) {
            records.accounts().markChanged(account);
        }
    }

    /** The state with which a partition was begun; {@code null} if the partition is not begun. */
    public @Nullable PartitionState stateOf(TopicPartition partition) {
        PartitionRecords records = begun.get(partition);
        return records == null ? null : records.state();
    }

    /** The size of a partition's state in the state topic. */
    public StateSize sizeOf(TopicPartition partition) {
        PartitionRecords records = begun.get(partition);
        return records == null
                ? StateSize.NONE
                : new StateSize(records.accounts().size(), records.state().chunks(), 0);
    }

    /** Whether a partition's state must be written although nothing else happens there. */
    boolean isDue(TopicPartition partition) {
        PartitionRecords records = begun.get(partition);
        return records != null
                && (records.state().firstRecords() != null
                        || records.accounts().changedCount() > 0
                        || isOld(records.accounts()));
    }

    private boolean isOld(AccountRecords accounts) {
        long dueAt = accounts.dueAt();
        return dueAt != Long.MAX_VALUE && time.getAsLong() - dueAt >= DUE_TOGETHER.toNanos();
    }

    /**
     * The state records of a partition for the next transaction.
     *
     * @param chunks the numbers of the chunks in which the transaction's results are, beyond the low-water mark
     * @param maxDue the most accounts to write again only because their record grows old
     */
    StateChange nextChange(PartitionProgress progress, Set<Long> chunks, int maxDue) {
        return nextChange(progress, chunks, (accounts, now) -> accounts.drain(maxDue, now));
    }

    /**
     * The state records of a partition for the last transaction before another instance owns it: these include every
     * account whose record is not quite fresh.
     *
     * @param chunks the numbers of the chunks in which the transaction's results are, beyond the low-water mark
     */
    StateChange handOverChange(PartitionProgress progress, Set<Long> chunks) {
        return nextChange(progress, chunks, AccountRecords::drainForHandOver);
    }

    private StateChange nextChange(PartitionProgress progress, Set<Long> chunks, AccountSelection selection) {
        PartitionRecords records = begun.get(progress.partition());
        if (records == null) {
            throw new IllegalStateException("partition " + progress.partition() + " is not begun");
        }
        long now = time.getAsLong();
        StateChange change = new StateChange(records.state(), records.accounts(), now);
        FirstRecords first = records.state().firstRecords();
        if (first != null) {
            change.add(first.tombstones());
        }
        int changed = records.accounts().changedCount();
        List<Account> selected = selection.select(records.accounts(), now);
        change.setAccountsDue(selected.size() - changed);
        selected.forEach(account -> change.addAccount(account, accountState(records, account, now)));
        for (long chunk : chunks) {
            change.addChunk(new DoneChunk(chunk, progress.doneIn(chunk)));
        }
        records.state().chunksBelow(DoneChunk.numberOf(progress.lowWater())).forEach(change::removeChunk);
        if (first != null) {
            if (first.newKey() != null) {
                change.add(List.of(first.newKey().record()));
            }
            change.add(List.of(first.identity().record()));
        }
        return change;
    }

    /** The slots of an account; {@code null} if all are free. */
    private @Nullable AccountState accountState(PartitionRecords records, Account account, long now) {
        UnconfiguredAccount unconfigured = records.unconfigured().get(account);
        if (unconfigured != null) {
            return aged(unconfigured, now);
        }
        List<SpentSlots> slots = dispatcher.spent(account, now);
        Budget budget = budgets.getOrDefault(account, Budget.UNLIMITED);
        return slots.isEmpty() || !budget.limited() ? null : new AccountState(account, budget, slots);
    }

    private static @Nullable AccountState aged(UnconfiguredAccount account, long now) {
        Duration since = Duration.ofNanos(now - account.readAt());
        AccountState record = account.record();
        if (record.freeIn().compareTo(since) <= 0) {
            return null;
        }
        List<SpentSlots> aged = new ArrayList<>();
        record.slots()
                .forEach(some ->
                        aged.add(new SpentSlots(some.count(), some.endedAgo().plus(since))));
        return new AccountState(record.account(), record.budget(), aged);
    }

    /** Whether this instance counts the slots of an account. */
    private boolean counted(Account account) {
        return budgets.getOrDefault(account, Budget.UNLIMITED).limited();
    }
}
