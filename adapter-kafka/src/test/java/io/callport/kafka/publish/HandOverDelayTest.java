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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The additional time for which a slot stays taken when its account goes from one instance to the next, with simulated
 * time.
 */
class HandOverDelayTest {
    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);
    private static final Duration READING = Duration.ofMillis(200);

    private final StateContents topic = new StateContents();
    private final Map<Account, Budget> budgets = new HashMap<>();
    private final Map<Account, List<Long>> ends = new HashMap<>();
    private long written;
    private long now = Duration.ofDays(40).toNanos();

    @ParameterizedTest
    @CsvSource({
        "1, 1/PT1S",
        "1, 20/PT1M",
        "1, 1000/P1D",
        "1, 2000/P1D",
        "1, 1000000/P1D",
        "1, 1000/PT1S",
        "1000, 1/PT1S",
        "1000, 20/PT1M",
        "1000, 100/P1D",
        "100000, 2/PT1M"
    })
    void aSlotStaysTakenLittleLongerAfterOneHandOverAndAfterTen(int accounts, String budget) {
        Budget each = Budget.parse(budget);
        long window = each.window().toNanos();
        long reading = READING.toNanos();
        long refresh = Math.max(window / 10, Duration.ofSeconds(30).toNanos());

        begin(accounts, each);
        Owner first = takeOver();
        first.work(window / 3);
        assertThat(longest(first)).as("as the first owner read them").isBetween(0L, window / 64 + reading);

        first.leave();
        Owner second = takeOver();
        assertThat(longest(second)).as("after a last commit").isBetween(0L, window / 1_000 + window / 64 + reading * 2);

        second.work(window / 3);
        Owner third = takeOver();
        assertThat(longest(third))
                .as("after a crash")
                .isBetween(0L, window / 1_000 + refresh + window / 64 + reading * 3);
    }

    @ParameterizedTest
    @CsvSource({"1, 2000/P1D", "1, 20/PT1H", "100, 100/P1D"})
    void itDoesNotAddUpOverTenHandOvers(int accounts, String budget) {
        for (boolean crash : new boolean[] {false, true}) {
            Budget each = Budget.parse(budget);
            long window = each.window().toNanos();
            begin(accounts, each);
            Owner owner = takeOver();
            for (int i = 0; i < 10; i++) {
                owner.work(window / 11);
                if (!crash) {
                    owner.leave();
                }
                owner = takeOver();
            }
            long late = crash ? window / 10 + Duration.ofMinutes(5).toNanos() : window / 100;
            assertThat(longest(owner))
                    .as(crash ? "crashes" : "last commits")
                    .isBetween(0L, late + window / 64 + 11 * READING.toNanos());
        }
    }

    /** Accounts that have spent all their slots, evenly over the window. */
    private void begin(int accounts, Budget budget) {
        budgets.clear();
        ends.clear();
        for (int i = 0; i < accounts; i++) {
            Account account = new Account("acme", "a" + i);
            long step = budget.window().toNanos() / budget.requests();
            List<Long> ended = IntStream.range(0, budget.requests())
                    .mapToObj(slot -> now - slot * step)
                    .toList();
            budgets.put(account, budget);
            ends.put(account, ended);
            List<SpentSlots> slots = new ArrayList<>();
            int most = Math.max(1, budget.requests() / 64);
            for (int slot = 0; slot < budget.requests(); slot += most) {
                slots.add(new SpentSlots(
                        Math.min(most, budget.requests() - slot), Duration.ofNanos(now - ended.get(slot))));
            }
            write(new AccountState(account, budget, slots).record());
        }
    }

    private void write(StateRecord record) {
        topic.add(written++, record.key(), record.value());
    }

    private Owner takeOver() {
        now += READING.toNanos();
        return new Owner();
    }

    /** The longest time by which a slot is freed too late; negative if one is freed too early. */
    private long longest(Owner owner) {
        long longest = 0;
        long earliest = 0;
        for (Map.Entry<Account, List<Long>> account : ends.entrySet()) {
            long window = budgets.get(account.getKey()).window().toNanos();
            List<Long> taken = new ArrayList<>();
            owner.dispatcher
                    .spent(account.getKey(), now)
                    .forEach(some -> taken.addAll(Collections.nCopies(
                            some.count(), now - some.endedAgo().toNanos())));
            for (int i = 0; i < account.getValue().size(); i++) {
                long end = account.getValue().get(i);
                long late = i < taken.size() ? taken.get(i) - end : 0;
                boolean free = i >= taken.size() && now - end < window;
                longest = Math.max(longest, late);
                earliest = Math.min(earliest, free ? -1 : late + 1_000_000); // ages travel in milliseconds
            }
        }
        return earliest < 0 ? earliest : longest;
    }

    /** An instance that owns the partition. */
    private final class Owner {
        private final PartitionProgress progress = PartitionProgress.resuming(PARTITION, 0, new BitSet());
        private final Dispatcher dispatcher = PublishFixture.dispatcher(new OwnedPartitions(), budgets);
        private final StateWriter stateWriter = PublishFixture.stateWriter(dispatcher, budgets, () -> now);

        Owner() {
            stateWriter.begin(PublishFixture.ready(progress, topic.accounts(), Known.ALL));
        }

        /** Works for a time in which no request is made. */
        void work(long nanos) {
            long until = now + nanos;
            long step =
                    Math.max(nanos / 100, Math.min(nanos, Duration.ofSeconds(1).toNanos()));
            while (now + step <= until) {
                now += step;
                for (int turn = 0; turn < 100 && stateWriter.isDue(PARTITION); turn++) {
                    commit(false);
                }
            }
            now = until;
        }

        void leave() {
            commit(true);
        }

        private void commit(boolean last) {
            TransactionBatch batch = new TransactionBatch(stateWriter, Outbox.MAX_RECORDS);
            batch.add(progress, List.of(), last);
            batch.changes().forEach(change -> change.records().forEach(HandOverDelayTest.this::write));
            batch.reportCommitted();
        }
    }
}
