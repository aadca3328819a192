package io.callport.kafka.publish;

import io.callport.account.Account;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.changelog.DoneChunk;
import io.callport.kafka.changelog.StateRecord;
import io.callport.kafka.partition.AccountRecords;
import io.callport.kafka.partition.PartitionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The state records of one partition in one transaction. The transaction commits the partition's offset too, so that a
 * former owner cannot write and the next owner waits. The loop's thread owns it, except {@link #sent}.
 */
final class StateChange {
    private final PartitionState state;
    private final AccountRecords accounts;
    private final long now;
    private final List<StateRecord> records = new ArrayList<>();
    private final Map<Account, @Nullable AccountState> written = new HashMap<>();
    private final List<Long> chunks = new ArrayList<>();
    private final List<Long> removedChunks = new ArrayList<>();
    private final AtomicLong last = new AtomicLong(-1);
    private int accountsDue;
    private long bytes;

    /** @param now the time at which the accounts were looked at */
    StateChange(PartitionState state, AccountRecords accounts, long now) {
        this.state = state;
        this.accounts = accounts;
        this.now = now;
    }

    void add(List<StateRecord> more) {
        more.forEach(this::add);
    }

    /** Adds an account: its record, or the end of its record if all its slots are free. */
    void addAccount(Account account, @Nullable AccountState slots) {
        written.put(account, slots);
        if (slots != null) {
            add(slots.record());
        } else if (accounts.has(account)) {
            add(AccountState.tombstone(account));
        }
    }

    /** Sets the number of accounts that are written only because their record grows old. */
    void setAccountsDue(int accounts) {
        accountsDue = accounts;
    }

    int accountsDue() {
        return accountsDue;
    }

    void addChunk(DoneChunk chunk) {
        chunks.add(chunk.number());
        add(chunk.record());
    }

    void removeChunk(long number) {
        removedChunks.add(number);
        add(DoneChunk.tombstone(number));
    }

    TopicPartition statePartition() {
        return state.statePartition();
    }

    /** The metadata to commit with the partition's offset. */
    String marker() {
        return state.marker();
    }

    List<StateRecord> records() {
        return records;
    }

    long bytes() {
        return bytes;
    }

    /** Notes the offset of a record that a broker has taken. For any thread. */
    void sent(long offset) {
        last.accumulateAndGet(offset, Math::max);
    }

    /** Notes that the transaction was committed. */
    void committed() {
        state.committed(chunks, removedChunks, last.get());
        written.forEach((account, slots) -> {
            if (slots == null) {
                accounts.removed(account);
            } else {
                accounts.written(account, slots.budget(), now + slots.freeIn().toNanos(), now);
            }
        });
    }

    /** Notes that the transaction was not committed: its accounts are written with the next one. */
    void aborted() {
        accounts.putBack(written.keySet());
    }

    private void add(StateRecord record) {
        records.add(record);
        bytes += record.size();
    }
}
