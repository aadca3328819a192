package io.callport.kafka.takeover.model.protocol;

import io.callport.kafka.takeover.model.protocol.StatePartition.Decision;
import io.callport.kafka.takeover.model.protocol.Transaction.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The state of the whole system.
 *
 * @param faults how many faults may still happen
 * @param refreshes how many refreshes may still be written
 */
record SystemState(
        List<Owner> owners,
        Group group,
        StatePartition state,
        List<Transaction> transactions,
        Ledger ledger,
        int faults,
        int refreshes) {

    static SystemState start(int processes, int faults, int refreshes) {
        List<Owner> owners = new ArrayList<>();
        for (int process = 0; process < processes; process++) {
            owners.add(Owner.started(0));
        }
        Group group = new Group((1 << processes) - 1, Group.NOBODY, false, 0);
        return new SystemState(
                List.copyOf(owners), group, StatePartition.EMPTY, List.of(), Ledger.EMPTY, faults, refreshes);
    }

    Owner owner(int process) {
        return owners.get(process);
    }

    /** The transactional id of a process in its present life. */
    int transactionalId(int process) {
        return owners.size() * owner(process).life() + process;
    }

    @Nullable
    Transaction transactionOf(int process) {
        return transaction(transactionalId(process));
    }

    @Nullable
    Transaction transaction(int id) {
        for (Transaction transaction : transactions) {
            if (transaction.id() == id) {
                return transaction;
            }
        }
        return null;
    }

    boolean offsetIsPending() {
        return transactions.stream().anyMatch(Transaction::pendingOffset);
    }

    SystemState with(int process, Owner owner) {
        List<Owner> changed = new ArrayList<>(owners);
        changed.set(process, owner);
        return new SystemState(List.copyOf(changed), group, state, transactions, ledger, faults, refreshes);
    }

    SystemState with(Group changed) {
        return new SystemState(owners, changed, state, transactions, ledger, faults, refreshes);
    }

    SystemState with(Ledger changed) {
        return new SystemState(owners, group, state, transactions, changed, faults, refreshes);
    }

    /** Readers advance over the records that are now below the last stable offset. */
    SystemState with(StatePartition changed) {
        if (changed.folded() == 0) {
            return new SystemState(owners, group, changed, transactions, ledger, faults, refreshes);
        }
        List<Owner> readers =
                owners.stream().map(owner -> owner.read(changed.folded())).toList();
        return new SystemState(readers, group, changed.withoutFolded(), transactions, ledger, faults, refreshes);
    }

    SystemState afterFault() {
        return new SystemState(owners, group, state, transactions, ledger, faults - 1, refreshes);
    }

    SystemState afterRefresh() {
        return new SystemState(owners, group, state, transactions, ledger, faults, refreshes - 1);
    }

    SystemState withBegun(Transaction transaction) {
        List<Transaction> changed = new ArrayList<>(transactions);
        changed.add(transaction);
        return withTransactions(changed);
    }

    SystemState with(int id, UnaryOperator<Transaction> change) {
        List<Transaction> changed = new ArrayList<>(transactions);
        changed.replaceAll(transaction -> transaction.id() == id ? change.apply(transaction) : transaction);
        changed.removeIf(Transaction::over);
        return withTransactions(changed);
    }

    /** A transactional id that no transaction has. */
    int unusedLife(int process) {
        return IntStream.iterate(0, life -> life + 1)
                .filter(life -> transaction(owners.size() * life + process) == null)
                .findFirst()
                .orElseThrow();
    }

    SystemState swapped() {
        List<Transaction> renamed = transactions.stream()
                .map(transaction -> transaction.named(transaction.id() ^ 1))
                .toList();
        List<Owner> exchanged = List.of(owners.get(1), owners.get(0));
        return new SystemState(exchanged, group.swapped(), state.swapped(), renamed, ledger, faults, refreshes);
    }

    private SystemState withTransactions(List<Transaction> changed) {
        return new SystemState(owners, group, state, List.copyOf(changed), ledger, faults, refreshes);
    }

    /**
     * The transaction coordinator has decided; results count from here on, although readers may see them a little
     * later.
     */
    SystemState decided(Transaction transaction, Decision how) {
        SystemState decided = with(transaction.id(), open -> open.decided(how));
        if (how == Decision.ABORTED) {
            return decided;
        }
        Work work = transaction.work();
        Ledger published = decided.ledger().withResults(work.published());
        return decided.with(work.stateInside() ? published.withCommitted(work.write()) : published);
    }
}
