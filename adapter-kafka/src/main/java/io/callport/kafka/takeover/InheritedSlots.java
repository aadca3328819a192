package io.callport.kafka.takeover;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.partition.AccountHomes;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The slots that the accounts of a partition have spent, as the last owner's records have them. They may be more than were
 * spent, never fewer.
 *
 * @param partition the partition of commands
 * @param records the records of the accounts that have their home there
 * @param known the accounts without a record that count as having spent nothing
 */
public record InheritedSlots(TopicPartition partition, Map<Account, AccountState> records, Known known) {
    /** Which accounts without a record have spent nothing. */
    sealed interface Known {
        /** Every account: the state is whole. */
        record All() implements Known {}

        /** No account: what was spent is not known. */
        record None() implements Known {}

        /**
         * The accounts that had their home here when the topic had fewer partitions.
         *
         * @param partitions the number of partitions that the topic had
         */
        record BeforeGrowth(int partitions) implements Known {}
    }

    public InheritedSlots {
        records = Map.copyOf(records);
    }

    /** Whether an account counts as having just spent its whole budget, whatever its record says. */
    public boolean countsAsSpent(Account account) {
        if (known instanceof Known.BeforeGrowth before) {
            return AccountHomes.partitionOf(account, before.partitions()) != partition.partition();
        }
        return known instanceof Known.None;
    }

    /** The slots to restore for an account with this home. */
    public List<SpentSlots> of(Account account, Budget configured) {
        if (!configured.limited()) {
            return List.of();
        }
        AccountState record = records.get(account);
        if (countsAsSpent(account)) {
            Duration youngest = record == null ? Duration.ZERO : record.slots().get(0).endedAgo();
            boolean younger = youngest.isNegative();
            return List.of(new SpentSlots(configured.requests(), younger ? youngest : Duration.ZERO));
        }
        return record == null ? List.of() : record.slotsFor(configured);
    }

    /** The number of records, for a log line. */
    @Override
    public String toString() {
        return records.size() + " accounts" + (known instanceof Known.All ? "" : ", and others count as spent");
    }
}
