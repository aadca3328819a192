package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.contract.Traffic.Allowed;
import io.callport.kafka.KafkaLoop;
import io.callport.kafka.checkpoint.Checkpoint;
import io.callport.kafka.checkpoint.CheckpointReader;
import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What the next owner of a partition finds, on whichever real broker. */
interface HandOverContract {
    Account CALLBOT = Account.parse(Bench.B);

    /** The broker's {@code bootstrap.servers}. */
    String bootstrap();

    private Bench bench() {
        return new Bench(bootstrap());
    }

    private static Checkpoint checkpoint(Bench bench, TopicPartition partition) {
        OffsetAndMetadata committed = bench.settled().get(partition);
        return CheckpointReader.read(committed == null ? "" : committed.metadata())
                .fold(
                        ours -> ours,
                        () -> new Checkpoint(1, new java.util.BitSet(), io.callport.kafka.checkpoint.SpentSlots.none()),
                        version -> {
                            throw new AssertionError("newer");
                        },
                        why -> {
                            throw new AssertionError(why);
                        });
    }

    /** A loop that is closed with a request in flight, and no time for it. */
    private static void abandon(Bench bench, KafkaLoop loop) {
        loop.close();
        bench.vendor.slow.countDown();
    }

    @Test
    default void whatHasItsResultIsNotAnsweredAgainHoweverFarBehindTheLowWaterMarkIs() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.shutdown = Duration.ZERO;
            bench.vendor.slow = new CountDownLatch(1);
            KafkaLoop first = bench.startReady();
            String slow = bench.send(Bench.B, Bench.lookup("slow"));
            for (int i = 0; i < 20; i++) {
                bench.send(Bench.B, Bench.lookup("quick" + i));
            }
            bench.read(bench.results(Bench.B), 20);
            Bench.until(
                    "the checkpoint says what is done",
                    () -> checkpoint(bench, Bench.partition(slow)).done().cardinality() == 20);
            assertThat(bench.cluster.committedOf(slow)).isEqualTo(Bench.offset(slow));
            abandon(bench, first);

            bench.startReady();
            List<String> ids = bench.resultIds(Bench.B, 21);
            assertThat(ids).doesNotHaveDuplicates().contains(slow);
            assertThat(bench.vendor.requests.get())
                    .as("21, and the slow one again")
                    .isEqualTo(22);
        }
    }

    @Test
    default void everyRequestOfABudgetIsInACommittedCheckpointBeforeItStarts() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.budgets.put(CALLBOT, Budget.parse("4/PT1M"));
            Queue<Integer> announced = new ConcurrentLinkedQueue<>();
            bench.vendor.asked = () -> announced.add(bench.settled().entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(bench.commands(Bench.B)))
                    .mapToInt(entry -> spent(bench, entry.getKey()).size())
                    .sum());
            bench.startReady();
            for (int i = 0; i < 3; i++) {
                bench.send(Bench.B, Bench.lookup("n" + i));
                bench.read(bench.results(Bench.B), i + 1);
            }
            assertThat(announced).containsExactly(1, 2, 3);
        }
    }

    private static List<SpentSlot> spent(Bench bench, TopicPartition partition) {
        return checkpoint(bench, partition).spent().of(CALLBOT, bench.budgets.get(CALLBOT));
    }

    /** Why the last of that many commands was refused. */
    private static String lastReason(Bench bench, int count) {
        return Bench.json(bench.read(bench.results(Bench.B), count).get(count - 1))
                .at("/reason")
                .asText("answered");
    }

    @Test
    default void whatOneInstanceSpentTheNextOneDoesNotSpendAgain() {
        for (String protocol : List.of("classic", "consumer")) {
            try (Bench bench = bench().withTopics(Map.of())) {
                bench.clientProperties.put("group.protocol", protocol);
                bench.budgets.put(CALLBOT, Budget.parse("2/PT10M"));
                KafkaLoop first = bench.startReady();
                bench.send(Bench.B, Bench.lookup("one"));
                bench.send(Bench.B, Bench.lookup("two"));
                bench.read(bench.results(Bench.B), 2);
                first.close();

                bench.startReady();
                bench.send(Bench.B, Bench.lookup("three"));
                assertThat(lastReason(bench, 3)).as(protocol).isEqualTo("over-budget");
                assertThat(bench.vendor.requests.get()).isEqualTo(2);
            }
        }
    }

    @Test
    default void aBudgetThatChangedCountsAsSpent() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.budgets.put(CALLBOT, Budget.parse("5/PT10M"));
            KafkaLoop first = bench.startReady();
            bench.send(Bench.B, Bench.lookup("one"));
            bench.read(bench.results(Bench.B), 1);
            first.close();

            bench.budgets.put(CALLBOT, Budget.parse("50/PT10M"));
            bench.startReady();
            bench.send(Bench.B, Bench.lookup("two"));
            assertThat(lastReason(bench, 2)).isEqualTo("over-budget");
        }
    }

    @Test
    default void aPartitionWithoutACheckpointCountsAsSpentWhereTheGroupHasSome() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.budgets.put(CALLBOT, Budget.parse("5/PT10M"));
            KafkaLoop first = bench.startReady();
            String one = bench.send(Bench.B, Bench.lookup("one"));
            bench.read(bench.results(Bench.B), 1);
            first.close();
            bench.allowed.add(Allowed.REPEATED_RESULTS);
            Cluster.await(bench.cluster
                    .admin
                    .deleteConsumerGroupOffsets(bench.name, java.util.Set.of(Bench.partition(one)))
                    .all());

            bench.startReady();
            assertThat(lastReason(bench, 2))
                    .as("the command is read again, for its offset is gone, but not asked again")
                    .isEqualTo("over-budget");
        }
    }

    @Test
    default void offsetsThatWereResetTellNothingOfWhatWasSpent() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.budgets.put(CALLBOT, Budget.parse("5/PT10M"));
            KafkaLoop first = bench.startReady();
            bench.send(Bench.B, Bench.lookup("one"));
            bench.read(bench.results(Bench.B), 1);
            first.close();
            bench.cluster
                    .committed()
                    .forEach((partition, offset) -> bench.cluster.commit(partition, offset.offset(), ""));

            bench.startReady();
            bench.send(Bench.B, Bench.lookup("two"));
            assertThat(lastReason(bench, 2)).isEqualTo("over-budget");
        }
    }

    @Test
    default void aBacklogOfYesterdayExpiresAsItIsReadAndNobodyIsAsked() {
        try (Bench bench = bench().withTopics(Map.of())) {
            long yesterday = System.currentTimeMillis() - Duration.ofDays(1).toMillis();
            for (int i = 0; i < 50; i++) {
                bench.send(new ProducerRecord<>(
                        bench.commands(Bench.B),
                        null,
                        yesterday,
                        Bench.bytes(Bench.B),
                        Bench.bytes(Bench.lookup("old" + i))));
            }
            bench.startReady();
            assertThat(bench.read(bench.results(Bench.B), 50))
                    .allSatisfy(result -> assertThat(
                                    Bench.json(result).at("/reason").textValue())
                            .isEqualTo("expired"));
            assertThat(bench.vendor.requests.get()).isZero();
        }
    }

    @Test
    default void partitionsThatAreAddedStopItUntilAllWereStartedAnew() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.budgets.put(CALLBOT, Budget.parse("5/PT10M"));
            KafkaLoop first = bench.startReady();
            bench.send(Bench.B, Bench.lookup("one"));
            bench.read(bench.results(Bench.B), 1);
            Cluster.await(bench.cluster
                    .admin
                    .createPartitions(
                            Map.of(bench.commands(Bench.B), org.apache.kafka.clients.admin.NewPartitions.increaseTo(7)))
                    .all());
            Bench.until(
                    "it says what to do",
                    () -> first.health().reasons().stream()
                            .anyMatch(reason ->
                                    reason.contains("had 3 partitions and has 7 now") && reason.contains("stop")));
            String two = bench.send(Bench.B, Bench.lookup("two"));
            assertThat(bench.read(bench.results(Bench.B), 1))
                    .as("takes no more")
                    .hasSize(1);
            first.close();

            bench.startReady();
            assertThat(lastReason(bench, 2))
                    .as("its home moved, so that what it spent is not known: " + two)
                    .isEqualTo("over-budget");
        }
    }
}
