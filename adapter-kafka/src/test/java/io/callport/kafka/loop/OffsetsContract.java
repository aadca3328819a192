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

/** Offsets and markers that another program changed, on the broker of the implementing test. */
interface OffsetsContract {
    /** The broker's address, {@code bootstrap.servers}. */
    String bootstrap();

    private LoopFixture fixture() {
        return new LoopFixture(bootstrap());
    }

    @Test
    default void offsetsOfAnotherToolAreGoodAndTheirMetadataIsIgnored() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            String skipped = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("skipped"));
            String taken = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("taken"));
            fixture.cluster.commit(LoopFixture.partition(taken), LoopFixture.offset(taken), "someone else's");
            fixture.startReady();
            assertThat(fixture.resultIds(LoopFixture.CALLBOT, 1))
                    .containsExactly(taken)
                    .doesNotContain(skipped);
        }
    }

    @Test
    default void recordsThatTheTopicHasLostHoldNothingBack() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            String lost = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("lost"));
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("lost too"));
            String kept = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("kept"));
            fixture.cluster.commit(LoopFixture.partition(lost), LoopFixture.offset(lost), "");
            ClusterAdmin.await(fixture.cluster
                    .admin
                    .deleteRecords(Map.of(
                            LoopFixture.partition(kept),
                            org.apache.kafka.clients.admin.RecordsToDelete.beforeOffset(LoopFixture.offset(kept))))
                    .all());
            fixture.startReady();
            assertThat(fixture.resultIds(LoopFixture.CALLBOT, 1)).containsExactly(kept);
            LoopFixture.until(
                    "it is behind the last", () -> fixture.cluster.committedOf(kept) == LoopFixture.offset(kept) + 1);
        }
    }

    @Test
    default void anOffsetThatIsNotSettledYetKeepsNoOtherPartitionWaiting() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            String held = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("held"));
            String other = fixture.send(LoopFixture.MOOR, LoopFixture.groups());
            fixture.cluster.commit(LoopFixture.partition(held), LoopFixture.offset(held), "");
            try (KafkaProducer<byte[], byte[]> open = new KafkaProducer<>(
                            Map.of("bootstrap.servers", bootstrap(), "transactional.id", fixture.name + "-open"),
                            new ByteArraySerializer(),
                            new ByteArraySerializer());
                    KafkaConsumer<byte[], byte[]> outside = new KafkaConsumer<>(
                            Map.of("bootstrap.servers", bootstrap(), "group.id", fixture.name),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer())) {
                open.initTransactions();
                open.beginTransaction();
                open.sendOffsetsToTransaction(
                        Map.of(LoopFixture.partition(held), new OffsetAndMetadata(0)), outside.groupMetadata());
                fixture.start();
                assertThat(fixture.resultIds(LoopFixture.MOOR, 1)).containsExactly(other);
                assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), 0))
                        .isEmpty();
                open.abortTransaction();
            }
            assertThat(fixture.resultIds(LoopFixture.CALLBOT, 1)).containsExactly(held);
        }
    }

    @Test
    default void aTopicThatWasRecreatedIsNotTakenForOneThatIsDone() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            String first = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("first"));
            String other = fixture.send(LoopFixture.MOOR, LoopFixture.groups());
            fixture.cluster.commit(LoopFixture.partition(first), 1_000, "");
            KafkaLoop loop = fixture.start();
            LoopFixture.until(
                    "it says what to do",
                    () -> loop.health().reasons().stream()
                            .anyMatch(r ->
                                    r.contains(LoopFixture.partition(first).toString()) && r.contains("made again")));
            assertThat(fixture.resultIds(LoopFixture.MOOR, 1))
                    .as("others go on")
                    .containsExactly(other);
            assertThat(loop.health().ready()).isFalse();
            assertThat(loop.health().live()).isTrue();
            loop.close();

            fixture.cluster.commit(LoopFixture.partition(first), 0, "");
            fixture.startReady();
            assertThat(fixture.resultIds(LoopFixture.CALLBOT, 1)).containsExactly(first);
        }
    }

    @Test
    default void metadataThatIsOursAndCannotBeReadIsNeverIgnored() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            String damaged = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("stays"));
            String other = fixture.send(LoopFixture.MOOR, LoopFixture.groups());
            fixture.cluster.commit(
                    LoopFixture.partition(damaged), LoopFixture.offset(damaged), "callport3.AAAA.00000000");
            KafkaLoop loop = fixture.start();
            LoopFixture.until(
                    "it says what to do",
                    () -> loop.health().reasons().stream()
                            .anyMatch(r ->
                                    r.contains(LoopFixture.partition(damaged).toString()) && r.contains("damaged")));
            assertThat(fixture.resultIds(LoopFixture.MOOR, 1))
                    .as("others go on")
                    .containsExactly(other);
            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), 0)).isEmpty();
            assertThat(loop.health().ready()).isFalse();
            assertThat(loop.health().live()).isTrue();
        }
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            String newer = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("stays"));
            fixture.cluster.commit(LoopFixture.partition(newer), LoopFixture.offset(newer), "callport9.something");
            KafkaLoop loop = fixture.start();
            LoopFixture.until(
                    "it says what to do",
                    () -> loop.health().reasons().stream()
                            .anyMatch(reason -> reason.contains("version 9") && reason.contains("newer release")));
        }
    }
}
