package io.callport.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.changelog.StateContents;
import io.callport.kafka.changelog.StateRecord;
import io.callport.kafka.dispatch.Dispatcher;
import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.takeover.InheritedSlots.Known;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The state records of a transaction, with simulated time. */
class StateWriterTest {
    private static final Account A = new Account("acme", "a");
    private static final Account STRANGER = new Account("acme", "stranger");
    private static final Budget BUDGET = Budget.parse("3/PT1H");
    private static final List<SpentSlots> SPENT = List.of(new SpentSlots(Duration.ofMinutes(10)));

    private final PartitionProgress progress =
            PartitionProgress.resuming(new TopicPartition("commands", 0), 0, new BitSet());
    private long now = Duration.ofDays(1).toNanos();

    /** A writer that has taken these records over. */
    private StateWriter taken(Map<Account, Budget> budgets, Map<Account, AccountState> records, Known known) {
        Dispatcher dispatcher = PublishFixture.dispatcher(new OwnedPartitions(), budgets);
        StateWriter writer = PublishFixture.stateWriter(dispatcher, budgets, () -> now);
        writer.begin(PublishFixture.ready(progress, records, known));
        return writer;
    }

    private StateContents written(StateWriter writer) {
        StateContents contents = new StateContents();
        StateChange change = writer.nextChange(progress, Set.of(), 500);
        for (StateRecord record : change.records()) {
            contents.add(0, record.key(), record.value());
        }
        change.committed();
        return contents;
    }

    private static AccountState state(Account account) {
        return new AccountState(account, BUDGET, SPENT);
    }

    @Test
    void accountsThatCountAsSpentAreWrittenWithTheFirstTransaction() {
        StateWriter writer = taken(Map.of(A, BUDGET), Map.of(), Known.NONE);
        assertThat(writer.isDue(progress.partition())).isTrue();
        assertThat(written(writer).accounts().get(A))
                .isEqualTo(new AccountState(A, BUDGET, List.of(spent(), spent(), spent())));
        assertThat(writer.isDue(progress.partition())).isFalse();
    }

    private static SpentSlots spent() {
        return new SpentSlots(Duration.ZERO);
    }

    @Test
    void aRecordOfAnAccountThatIsNotConfiguredAgesAndEnds() {
        StateWriter writer = taken(Map.of(), Map.of(STRANGER, state(STRANGER)), Known.ALL);
        now += Duration.ofMinutes(20).toNanos();
        assertThat(written(writer).accounts().get(STRANGER).slots())
                .containsExactly(new SpentSlots(Duration.ofMinutes(30)));
        now += Duration.ofMinutes(31).toNanos();
        assertThat(writer.isDue(progress.partition())).isTrue();
        StateChange change = writer.nextChange(progress, Set.of(), 500);
        assertThat(change.records()).containsExactly(AccountState.tombstone(STRANGER));
        change.committed();
        assertThat(writer.sizeOf(progress.partition()).accounts()).isZero();
    }

    @Test
    void anAbortedTransactionIsWrittenAgain() {
        StateWriter writer = taken(Map.of(A, BUDGET), Map.of(A, state(A)), Known.ALL);
        writer.markChanged(A);
        writer.nextChange(progress, Set.of(), 500).aborted();
        assertThat(written(writer).accounts()).containsKey(A);
    }

    @Test
    void anAccountWithoutAChangeIsNotWritten() {
        StateWriter writer = taken(Map.of(A, BUDGET), Map.of(A, state(A)), Known.ALL);
        written(writer); // its inherited record is due at once
        assertThat(written(writer).accounts()).isEmpty();
    }

    /** Interleaved, and by their medians: a busy machine slows both. */
    @Test
    void theCostOfATransactionIsThatOfWhatChanged() {
        StateWriter few = inherited(1_000);
        StateWriter many = inherited(100_000);
        List<Long> ofFew = new ArrayList<>();
        List<Long> ofMany = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            ofFew.add(cost(few));
            ofMany.add(cost(many));
        }
        ofFew.sort(null);
        ofMany.sort(null);
        assertThat(ofMany.get(500)).isLessThanOrEqualTo(3 * ofFew.get(500));
    }

    private StateWriter inherited(int accounts) {
        Map<Account, Budget> budgets = new HashMap<>();
        Map<Account, AccountState> records = new HashMap<>();
        for (int i = 0; i < accounts; i++) {
            Account account = new Account("acme", "a" + i);
            budgets.put(account, BUDGET);
            records.put(account, state(account));
        }
        return taken(budgets, records, Known.ALL);
    }

    private long cost(StateWriter writer) {
        long began = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            writer.markChanged(new Account("acme", "a" + i));
        }
        StateChange change = writer.nextChange(progress, Set.of(), 0);
        change.committed();
        long took = System.nanoTime() - began;
        assertThat(change.records()).hasSize(10);
        return took;
    }
}
