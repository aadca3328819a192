package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.checkpoint.Checkpoint;
import io.callport.kafka.checkpoint.CheckpointReader;
import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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
            assertThat(bench.committedOf(slow)).isEqualTo(Bench.offset(slow));
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
            Bench.await(bench.admin
                    .deleteConsumerGroupOffsets(bench.name, java.util.Set.of(Bench.partition(one)))
                    .all());

            bench.startReady();
            assertThat(lastReason(bench, 2))
                    .as("the command is read again, for its offset is gone, but not asked again")
                    .isEqualTo("over-budget");
        }
    }

    @Test
    default void offsetsOfAnotherToolAreGoodAndTheirMetadataIsIgnored() {
        try (Bench bench = bench().withTopics(Map.of())) {
            String skipped = bench.send(Bench.B, Bench.lookup("skipped"));
            String taken = bench.send(Bench.B, Bench.lookup("taken"));
            bench.commit(Bench.partition(taken), Bench.offset(taken), "someone else's");
            bench.startReady();
            assertThat(bench.resultIds(Bench.B, 1)).containsExactly(taken).doesNotContain(skipped);
        }
    }

    @Test
    default void recordsThatTheTopicHasLostHoldNothingBack() {
        try (Bench bench = bench().withTopics(Map.of())) {
            String lost = bench.send(Bench.B, Bench.lookup("lost"));
            bench.send(Bench.B, Bench.lookup("lost too"));
            String kept = bench.send(Bench.B, Bench.lookup("kept"));
            bench.commit(Bench.partition(lost), Bench.offset(lost), "");
            Bench.await(bench.admin
                    .deleteRecords(Map.of(
                            Bench.partition(kept),
                            org.apache.kafka.clients.admin.RecordsToDelete.beforeOffset(Bench.offset(kept))))
                    .all());
            bench.startReady();
            assertThat(bench.resultIds(Bench.B, 1)).containsExactly(kept);
            Bench.until("it is behind the last", () -> bench.committedOf(kept) == Bench.offset(kept) + 1);
        }
    }

    @Test
    default void aCheckpointThatIsNotSettledYetKeepsNoOtherPartitionWaiting() {
        try (Bench bench = bench().withTopics(Map.of())) {
            String held = bench.send(Bench.B, Bench.lookup("held"));
            String other = bench.send(Bench.A, Bench.groups());
            bench.commit(Bench.partition(held), Bench.offset(held), "");
            try (KafkaProducer<byte[], byte[]> open = new KafkaProducer<>(
                            Map.of("bootstrap.servers", bootstrap(), "transactional.id", bench.name + "-open"),
                            new ByteArraySerializer(),
                            new ByteArraySerializer());
                    KafkaConsumer<byte[], byte[]> outside = new KafkaConsumer<>(
                            Map.of("bootstrap.servers", bootstrap(), "group.id", bench.name),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer())) {
                open.initTransactions();
                open.beginTransaction();
                open.sendOffsetsToTransaction(
                        Map.of(Bench.partition(held), new OffsetAndMetadata(0)), outside.groupMetadata());
                bench.start();
                assertThat(bench.resultIds(Bench.A, 1)).containsExactly(other);
                assertThat(bench.read(bench.results(Bench.B), 0)).isEmpty();
                open.abortTransaction();
            }
            assertThat(bench.resultIds(Bench.B, 1)).containsExactly(held);
        }
    }

    @Test
    default void aTopicThatBeginsAnewIsNotTakenForOneThatIsDone() {
        try (Bench bench = bench().withTopics(Map.of())) {
            String first = bench.send(Bench.B, Bench.lookup("first"));
            String other = bench.send(Bench.A, Bench.groups());
            bench.commit(Bench.partition(first), 1_000, "");
            KafkaLoop loop = bench.start();
            Bench.until(
                    "it says what to do",
                    () -> loop.health().reasons().stream()
                            .anyMatch(r -> r.contains(Bench.partition(first).toString()) && r.contains("made anew")));
            assertThat(bench.resultIds(Bench.A, 1)).as("others go on").containsExactly(other);
            assertThat(loop.health().ready()).isFalse();
            assertThat(loop.health().live()).isTrue();
            loop.close();

            bench.commit(Bench.partition(first), 0, "");
            bench.startReady();
            assertThat(bench.resultIds(Bench.B, 1)).containsExactly(first);
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
            bench.committed().forEach((partition, offset) -> bench.commit(partition, offset.offset(), ""));

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
    default void aCheckpointThatIsOursAndCannotBeReadIsNeverIgnored() {
        try (Bench bench = bench().withTopics(Map.of())) {
            String damaged = bench.send(Bench.B, Bench.lookup("stays"));
            String other = bench.send(Bench.A, Bench.groups());
            bench.commit(Bench.partition(damaged), Bench.offset(damaged), "callport1.AAAA.00000000");
            KafkaLoop loop = bench.start();
            Bench.until(
                    "it says what to do",
                    () -> loop.health().reasons().stream()
                            .anyMatch(r -> r.contains(Bench.partition(damaged).toString()) && r.contains("damaged")));
            assertThat(bench.resultIds(Bench.A, 1)).as("others go on").containsExactly(other);
            assertThat(bench.read(bench.results(Bench.B), 0)).isEmpty();
            assertThat(loop.health().ready()).isFalse();
            assertThat(loop.health().live()).isTrue();
        }
        try (Bench bench = bench().withTopics(Map.of())) {
            String newer = bench.send(Bench.B, Bench.lookup("stays"));
            bench.commit(Bench.partition(newer), Bench.offset(newer), "callport9.something");
            KafkaLoop loop = bench.start();
            Bench.until(
                    "it says what to do",
                    () -> loop.health().reasons().stream()
                            .anyMatch(reason -> reason.contains("version 9") && reason.contains("newer release")));
        }
    }

    @Test
    default void partitionsThatAreAddedStopItUntilAllWereStartedAnew() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.budgets.put(CALLBOT, Budget.parse("5/PT10M"));
            KafkaLoop first = bench.startReady();
            bench.send(Bench.B, Bench.lookup("one"));
            bench.read(bench.results(Bench.B), 1);
            Bench.await(bench.admin
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
