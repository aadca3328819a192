package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.KafkaLoop;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What becomes of offsets and checkpoints that this service did not leave as it would, on whichever real broker. */
interface OffsetsContract {
    /** The broker's {@code bootstrap.servers}. */
    String bootstrap();

    private Bench bench() {
        return new Bench(bootstrap());
    }

    @Test
    default void offsetsOfAnotherToolAreGoodAndTheirMetadataIsIgnored() {
        try (Bench bench = bench().withTopics(Map.of())) {
            String skipped = bench.send(Bench.B, Bench.lookup("skipped"));
            String taken = bench.send(Bench.B, Bench.lookup("taken"));
            bench.cluster.commit(Bench.partition(taken), Bench.offset(taken), "someone else's");
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
            bench.cluster.commit(Bench.partition(lost), Bench.offset(lost), "");
            Cluster.await(bench.cluster
                    .admin
                    .deleteRecords(Map.of(
                            Bench.partition(kept),
                            org.apache.kafka.clients.admin.RecordsToDelete.beforeOffset(Bench.offset(kept))))
                    .all());
            bench.startReady();
            assertThat(bench.resultIds(Bench.B, 1)).containsExactly(kept);
            Bench.until("it is behind the last", () -> bench.cluster.committedOf(kept) == Bench.offset(kept) + 1);
        }
    }

    @Test
    default void aCheckpointThatIsNotSettledYetKeepsNoOtherPartitionWaiting() {
        try (Bench bench = bench().withTopics(Map.of())) {
            String held = bench.send(Bench.B, Bench.lookup("held"));
            String other = bench.send(Bench.A, Bench.groups());
            bench.cluster.commit(Bench.partition(held), Bench.offset(held), "");
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
            bench.cluster.commit(Bench.partition(first), 1_000, "");
            KafkaLoop loop = bench.start();
            Bench.until(
                    "it says what to do",
                    () -> loop.health().reasons().stream()
                            .anyMatch(r -> r.contains(Bench.partition(first).toString()) && r.contains("made anew")));
            assertThat(bench.resultIds(Bench.A, 1)).as("others go on").containsExactly(other);
            assertThat(loop.health().ready()).isFalse();
            assertThat(loop.health().live()).isTrue();
            loop.close();

            bench.cluster.commit(Bench.partition(first), 0, "");
            bench.startReady();
            assertThat(bench.resultIds(Bench.B, 1)).containsExactly(first);
        }
    }

    @Test
    default void aCheckpointThatIsOursAndCannotBeReadIsNeverIgnored() {
        try (Bench bench = bench().withTopics(Map.of())) {
            String damaged = bench.send(Bench.B, Bench.lookup("stays"));
            String other = bench.send(Bench.A, Bench.groups());
            bench.cluster.commit(Bench.partition(damaged), Bench.offset(damaged), "callport1.AAAA.00000000");
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
            bench.cluster.commit(Bench.partition(newer), Bench.offset(newer), "callport9.something");
            KafkaLoop loop = bench.start();
            Bench.until(
                    "it says what to do",
                    () -> loop.health().reasons().stream()
                            .anyMatch(reason -> reason.contains("version 9") && reason.contains("newer release")));
        }
    }
}
