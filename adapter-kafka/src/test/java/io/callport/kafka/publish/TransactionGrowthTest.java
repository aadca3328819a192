package io.callport.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.growth.CountingClassLoader;
import io.callport.growth.Steps;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.dispatch.Dispatcher;
import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.takeover.InheritedSlots.Known;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The law of growth of transactions: what the state of one costs depends on the accounts that changed, not on those
 * that have spent. Steps are counted, no time is measured.
 */
@Timeout(300)
class TransactionGrowthTest {
    private static final int CHANGED = 10;
    private static final int TRANSACTIONS = 100;

    /** Transactions of a partition where so many accounts have spent. */
    public static final class Spent implements IntToLongFunction {
        private static final Budget BUDGET = Budget.parse("20/PT1H");

        private final PartitionProgress progress =
                PartitionProgress.resuming(new TopicPartition("commands", 0), 0, new BitSet());
        private long now = Duration.ofDays(1).toNanos();

        /** The steps of a transaction in which ten accounts changed. */
        @Override
        public long applyAsLong(int accounts) {
            StateWriter writer = taken(accounts);
            now += Duration.ofSeconds(31).toNanos();
            while (writer.isDue(progress.partition())) {
                transaction(writer, 5_000); // what was inherited is written once
                now += Duration.ofSeconds(1).toNanos() / 1_000;
            }
            long before = Steps.taken();
            for (int i = 0; i < TRANSACTIONS; i++) {
                for (int changed = 0; changed < CHANGED; changed++) {
                    writer.markChanged(account((i * CHANGED + changed) * 7_919 % accounts));
                }
                assertThat(transaction(writer, 0)).isEqualTo(CHANGED);
            }
            return (Steps.taken() - before) / TRANSACTIONS;
        }

        private StateWriter taken(int accounts) {
            Map<Account, Budget> budgets = new HashMap<>();
            Map<Account, AccountState> records = new HashMap<>();
            for (int i = 0; i < accounts; i++) {
                budgets.put(account(i), BUDGET);
                SpentSlots slot = new SpentSlots(Duration.ofMinutes(10));
                records.put(account(i), new AccountState(account(i), BUDGET, List.of(slot)));
            }
            Dispatcher dispatcher = PublishFixture.dispatcher(new OwnedPartitions(), budgets);
            StateWriter writer = PublishFixture.stateWriter(dispatcher, budgets, () -> now);
            writer.begin(PublishFixture.ready(progress, records, Known.ALL));
            return writer;
        }

        /** Makes a transaction; returns the number of its records. */
        private int transaction(StateWriter writer, int mostDue) {
            StateChange change = writer.nextChange(progress, Set.of(), mostDue);
            int records = change.records().size();
            change.committed();
            return records;
        }

        private static Account account(int number) {
            return new Account("acme", "account-" + number);
        }
    }

    @Test
    void aTransactionCostsWhatChanged() {
        IntToLongFunction steps =
                new CountingClassLoader("io.callport.kafka.").create(Spent.class, IntToLongFunction.class);
        long withFew = steps.applyAsLong(1_000);
        long withMany = steps.applyAsLong(30_000);

        assertThat(withFew).as("steps of a transaction with 1,000 accounts").isPositive();
        assertThat(withMany)
                .as("steps of a transaction with 30,000 accounts, beside %d with 1,000", withFew)
                .isLessThan(3 * withFew);
    }
}
