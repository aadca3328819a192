package io.callport.kafka.takeover;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.partition.AccountHomes;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * The slots that the accounts of a partition have spent, as the last owner's records have them. They may be more than
 * were spent, never fewer.
 *
 * @param partition the partition of commands
 * @param records the records of the accounts that have their home there
 * @param known the accounts without a record that count as having spent nothing
 */
public record InheritedSlots(TopicPartition partition, Map<Account, AccountState> records, Known known) {
    /**
     * The accounts without a record that have spent nothing.
     *
     * @param formerPartitions the number of partitions that the topic had when the records were written: only accounts
     *     that have had their home here ever since are known; 0 if no account is known
     * @param partitions the number of partitions that the topic has
     */
    public record Known(int formerPartitions, int partitions) {
        /** Every account is known: the topic has the partitions that it always had. */
        public static final Known ALL = new Known(1, 0);

        /** No account is known. */
        public static final Known NONE = new Known(0, 0);
    }

    public InheritedSlots {
        records = Map.copyOf(records);
    }

    /**
     * Whether an account counts as having just spent its whole budget, whatever its record says. The topic may have
     * grown in several steps while nobody worked here: in each of them an account may have had its home, and have
     * spent, elsewhere.
     */
    public boolean countsAsSpent(Account account) {
        if (known.equals(Known.NONE)) {
            return true;
        }
        return IntStream.rangeClosed(known.formerPartitions(), known.partitions())
                .anyMatch(partitions -> AccountHomes.partitionOf(account, partitions) != partition.partition());
    }

    /** The slots to restore for an account with this home. */
    public List<SpentSlots> of(Account account, Budget configured) {
        if (!configured.limited()) {
            return List.of();
        }
        AccountState record = records.get(account);
        if (countsAsSpent(account)) {
            Duration youngest =
                    record == null ? Duration.ZERO : record.slots().get(0).endedAgo();
            boolean younger = youngest.isNegative();
            return List.of(new SpentSlots(configured.requests(), younger ? youngest : Duration.ZERO));
        }
        return record == null ? List.of() : record.slotsFor(configured);
    }

    /** The reason why the slots of an account count, in words. */
    public String reason(Account account, Budget configured) {
        AccountState record = records.get(account);
        if (countsAsSpent(account)) {
            return "what it has spent is not known, so its whole budget counts as spent when this instance took it over";
        }
        return record != null && !record.budget().equals(configured)
                ? "its budget was changed, so the whole of the new one counts as spent"
                : "spent before this instance took it over, as the state topic says";
    }

    /** The number of records, for a log line. */
    @Override
    public String toString() {
        return records.size() + " accounts" + (known.equals(Known.ALL) ? "" : ", and others count as spent");
    }
}
