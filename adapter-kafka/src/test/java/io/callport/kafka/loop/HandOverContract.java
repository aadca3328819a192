package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.contract.TrafficCheck.Allowed;
import io.callport.kafka.KafkaLoop;
import io.callport.kafka.changelog.AccountState;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The takeover of a partition by its next owner, on the broker of the implementing test. */
interface HandOverContract {
    Account CALLBOT_ACCOUNT = Account.parse(LoopFixture.CALLBOT);

    /** The broker's address, {@code bootstrap.servers}. */
    String bootstrap();

    private LoopFixture fixture() {
        return new LoopFixture(bootstrap());
    }

    /** A loop that is closed with a request in flight, and no time for it. */
    private static void abandon(LoopFixture fixture, KafkaLoop loop) {
        loop.close();
        fixture.vendor.slow.countDown();
    }

    @Test
    default void whatHasItsResultIsNotAnsweredAgainHoweverFarBehindTheLowWaterMarkIs() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.shutdown = Duration.ZERO;
            fixture.vendor.slow = new CountDownLatch(1);
            KafkaLoop first = fixture.startReady();
            String slow = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("slow"));
            for (int i = 0; i < 20; i++) {
                fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("quick" + i));
            }
            fixture.read(fixture.results(LoopFixture.CALLBOT), 20);
            LoopFixture.until(
                    "the state says what is done",
                    () -> fixture.state(LoopFixture.partition(slow)).chunks().values().stream()
                                    .mapToInt(BitSet::cardinality)
                                    .sum()
                            == 20);
            assertThat(fixture.cluster.committedOf(slow)).isEqualTo(LoopFixture.offset(slow));
            abandon(fixture, first);

            fixture.startReady();
            List<String> ids = fixture.resultIds(LoopFixture.CALLBOT, 21);
            assertThat(ids).doesNotHaveDuplicates().contains(slow);
            assertThat(fixture.vendor.requests.get())
                    .as("21, and the slow one again")
                    .isEqualTo(22);
        }
    }

    @Test
    default void everyRequestOfABudgetIsInCommittedStateBeforeItStarts() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.budgets.put(CALLBOT_ACCOUNT, Budget.parse("4/PT10M"));
            Queue<Integer> announced = new ConcurrentLinkedQueue<>();
            fixture.vendor.asked = () -> announced.add(fixture.stableOffsets().entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(fixture.commands(LoopFixture.CALLBOT)))
                    .mapToInt(entry -> spent(fixture, entry.getKey()))
                    .sum());
            fixture.startReady();
            for (int i = 0; i < 3; i++) {
                fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("n" + i));
                fixture.read(fixture.results(LoopFixture.CALLBOT), i + 1);
            }
            assertThat(announced).containsExactly(1, 2, 3);
        }
    }

    private static int spent(LoopFixture fixture, TopicPartition partition) {
        AccountState state = fixture.state(partition).accounts().get(CALLBOT_ACCOUNT);
        return state == null
                ? 0
                : state.slots().stream().mapToInt(SpentSlots::count).sum();
    }

    /** Why the last of that many commands was refused. */
    private static String lastReason(LoopFixture fixture, int count) {
        return LoopFixture.json(fixture.read(fixture.results(LoopFixture.CALLBOT), count)
                        .get(count - 1))
                .at("/reason")
                .asText("answered");
    }

    @Test
    default void whatOneInstanceSpentTheNextOneDoesNotSpendAgain() {
        for (String protocol : List.of("classic", "consumer")) {
            try (LoopFixture fixture = fixture().withTopics(Map.of())) {
                fixture.clientProperties.put("group.protocol", protocol);
                fixture.budgets.put(CALLBOT_ACCOUNT, Budget.parse("2/PT10M"));
                KafkaLoop first = fixture.startReady();
                fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("one"));
                fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("two"));
                fixture.read(fixture.results(LoopFixture.CALLBOT), 2);
                first.close();

                fixture.startReady();
                fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("three"));
                assertThat(lastReason(fixture, 3)).as(protocol).isEqualTo("over-budget");
                assertThat(fixture.vendor.requests.get()).isEqualTo(2);
            }
        }
    }

    @Test
    default void aBudgetThatChangedCountsAsSpent() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.budgets.put(CALLBOT_ACCOUNT, Budget.parse("5/PT10M"));
            KafkaLoop first = fixture.startReady();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("one"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            first.close();

            fixture.budgets.put(CALLBOT_ACCOUNT, Budget.parse("50/PT10M"));
            fixture.startReady();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("two"));
            assertThat(lastReason(fixture, 2)).isEqualTo("over-budget");
        }
    }

    @Test
    default void anOffsetThatIsGoneForgetsNothingOfWhatWasSpent() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.budgets.put(CALLBOT_ACCOUNT, Budget.parse("1/PT10M"));
            KafkaLoop first = fixture.startReady();
            String one = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("one"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            first.close();
            fixture.allowed.add(Allowed.REPEATED_RESULTS);
            ClusterAdmin.await(fixture.cluster
                    .admin
                    .deleteConsumerGroupOffsets(fixture.name, java.util.Set.of(LoopFixture.partition(one)))
                    .all());

            fixture.startReady();
            assertThat(lastReason(fixture, 2))
                    .as("the command is read again, for its offset is gone, but not asked again")
                    .isEqualTo("over-budget");
        }
    }

    @Test
    default void offsetsThatWereResetForgetNothingOfWhatWasSpent() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.budgets.put(CALLBOT_ACCOUNT, Budget.parse("1/PT10M"));
            KafkaLoop first = fixture.startReady();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("one"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            first.close();
            fixture.cluster
                    .committed()
                    .forEach((partition, offset) -> fixture.cluster.commit(partition, offset.offset(), ""));

            fixture.startReady();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("two"));
            assertThat(lastReason(fixture, 2)).isEqualTo("over-budget");
        }
    }

    @Test
    default void aBacklogOfYesterdayExpiresAsItIsReadAndNobodyIsAsked() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            long yesterday = System.currentTimeMillis() - Duration.ofDays(1).toMillis();
            for (int i = 0; i < 50; i++) {
                fixture.send(new ProducerRecord<>(
                        fixture.commands(LoopFixture.CALLBOT),
                        null,
                        yesterday,
                        LoopFixture.bytes(LoopFixture.CALLBOT),
                        LoopFixture.bytes(LoopFixture.lookup("old" + i))));
            }
            fixture.startReady();
            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), 50))
                    .allSatisfy(result -> assertThat(
                                    LoopFixture.json(result).at("/reason").textValue())
                            .isEqualTo("expired"));
            assertThat(fixture.vendor.requests.get()).isZero();
        }
    }

    @Test
    default void partitionsThatAreAddedStopItUntilAllWereStartedAgain() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.budgets.put(CALLBOT_ACCOUNT, Budget.parse("5/PT10M"));
            KafkaLoop first = fixture.startReady();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("one"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            ClusterAdmin.await(fixture.cluster
                    .admin
                    .createPartitions(Map.of(
                            fixture.commands(LoopFixture.CALLBOT),
                            org.apache.kafka.clients.admin.NewPartitions.increaseTo(7)))
                    .all());
            LoopFixture.until(
                    "it says what to do",
                    () -> first.health().reasons().stream()
                            .anyMatch(reason ->
                                    reason.contains("had 3 partitions and has 7 now") && reason.contains("stop")));
            String two = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("two"));
            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), 1))
                    .as("takes no more")
                    .hasSize(1);
            first.close();

            fixture.startReady();
            assertThat(lastReason(fixture, 2))
                    .as("its home moved, so that what it spent is not known: " + two)
                    .isEqualTo("over-budget");
        }
    }
}
