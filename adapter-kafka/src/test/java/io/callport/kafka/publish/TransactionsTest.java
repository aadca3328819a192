package io.callport.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Transactions that are disturbed between their records and their commit. The service asks for the group's metadata
 * exactly there, so this is the point at which the tests interfere.
 */
@Timeout(300)
class TransactionsTest {
    private static EmbeddedKafka broker;

    private final String name = "t" + UUID.randomUUID();
    private final TopicPartition partition = new TopicPartition(name, 0);
    private final List<KafkaProducer<byte[], byte[]>> producers = new ArrayList<>();
    private Admin admin;
    private KafkaConsumer<byte[], byte[]> consumer;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedKafka.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void join() throws ExecutionException, InterruptedException {
        admin = Admin.create(properties());
        admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        consumer = consumer();
        subscribe();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", name, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private void subscribe() {
        consumer.subscribe(List.of(name));
        while (consumer.assignment().isEmpty()) {
            consumer.poll(Duration.ofMillis(50));
        }
    }

    @AfterEach
    void defer() {
        consumer.close();
        producers.forEach(producer -> producer.close(Duration.ZERO));
        admin.close();
    }

    private static Map<String, Object> properties() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "transactional.id",
                        name,
                        "transaction.timeout.ms",
                        "1000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producers.add(producer);
        producer.initTransactions();
        return producer;
    }

    private boolean commit(KafkaProducer<byte[], byte[]> producer, Supplier<ConsumerGroupMetadata> group) {
        PartitionProgress progress = PartitionProgress.starting(partition, 0);
        progress.markRead(0, Optional.empty());
        Delivery delivery = new Delivery(PublishFixture.publication(name), progress, 0, published -> {});
        StateWriter stateWriter =
                PublishFixture.stateWriter(PublishFixture.dispatcher(new OwnedPartitions()), progress);
        TransactionBatch batch = new TransactionBatch(stateWriter, 10);
        batch.add(progress, List.of(delivery), false);
        return new Transactions(() -> producer, group).commit(batch).committed();
    }

    /** The records that a committed reader has seen so far. */
    private int visible() {
        try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            reader.assign(List.of(partition));
            reader.seekToBeginning(List.of(partition));
            long end = end();
            int count = 0;
            while (reader.position(partition) < end) {
                count += reader.poll(Duration.ofMillis(50)).count();
            }
            return count;
        }
    }

    /** Behind the last record, whether or not its transaction's marker is written yet. */
    private long end() {
        try {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String committed() throws ExecutionException, InterruptedException {
        OffsetAndMetadata committed = admin.listConsumerGroupOffsets(name)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(partition);
        return committed == null ? "nothing" : committed.offset() + committed.metadata();
    }

    @Test
    void recordsAndOffsetsAreCommittedTogether() throws ExecutionException, InterruptedException {
        assertThat(commit(producer(), consumer::groupMetadata)).isTrue();
        assertThat(visible()).isEqualTo(1);
        assertThat(committed()).startsWith("1callport3.");
    }

    @Test
    void aCommitOfSomeoneWhomTheGroupLeftBehindIsAbortedAndMayBeSentAgain()
            throws ExecutionException, InterruptedException {
        KafkaProducer<byte[], byte[]> producer = producer();
        ConsumerGroupMetadata before = consumer.groupMetadata();
        consumer.unsubscribe();
        subscribe();

        assertThat(commit(producer, () -> before)).isFalse();
        assertThat(visible()).isZero();
        assertThat(committed()).isEqualTo("nothing");

        assertThat(commit(producer, consumer::groupMetadata)).isTrue();
        assertThat(visible()).isEqualTo(1);
    }

    /** The broker accepts a commit without a member, so nothing would fence it. */
    @Test
    void whoLeavesTheGroupWhileATransactionIsMadeCommitsNothing() throws ExecutionException, InterruptedException {
        KafkaProducer<byte[], byte[]> producer = producer();
        try (KafkaConsumer<byte[], byte[]> outside = consumer()) {
            assertThat(commit(producer, outside::groupMetadata)).isFalse();
        }
        assertThat(visible()).isZero();
        assertThat(committed()).isEqualTo("nothing");

        assertThat(commit(producer, consumer::groupMetadata)).isTrue();
        assertThat(visible()).isEqualTo(1);
    }

    @Test
    void aTransactionThatTheBrokerTimedOutPublishesNothing() throws ExecutionException, InterruptedException {
        KafkaProducer<byte[], byte[]> producer = producer();
        Supplier<ConsumerGroupMetadata> late = () -> {
            awaitAbort(producer);
            return consumer.groupMetadata();
        };
        boolean committed = false;
        try {
            committed = commit(producer, late);
        } catch (KafkaException e) {
            assertThat(e).as("replaced").isNotNull();
        }
        assertThat(committed).isFalse();
        assertThat(visible()).isZero();
        assertThat(committed()).isEqualTo("nothing");

        assertThat(commit(producer(), consumer::groupMetadata)).isTrue();
        assertThat(visible()).isEqualTo(1);
    }

    private void awaitAbort(KafkaProducer<byte[], byte[]> producer) {
        producer.flush();
        TransactionState state = TransactionState.UNKNOWN;
        while (state != TransactionState.COMPLETE_ABORT) {
            try {
                state = admin.describeTransactions(List.of(name))
                        .all()
                        .get()
                        .get(name)
                        .state();
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Only the elapsed time distinguishes a timeout from fencing. */
    @Test
    void aTransactionThatTheBrokerTimedOutMayLookLikeFencing() {
        KafkaProducer<byte[], byte[]> producer = producer();
        Supplier<ConsumerGroupMetadata> late = () -> {
            awaitAbort(producer);
            return consumer.groupMetadata();
        };
        assertThatThrownBy(() -> commit(producer, late)).isInstanceOf(ProducerFencedException.class);
    }

    @Test
    void aProducerThatIsFencedPublishesNothing() throws ExecutionException, InterruptedException {
        KafkaProducer<byte[], byte[]> producer = producer();
        Supplier<ConsumerGroupMetadata> fencing = () -> {
            producer();
            return consumer.groupMetadata();
        };
        assertThatThrownBy(() -> commit(producer, fencing))
                .isInstanceOfSatisfying(
                        KafkaException.class,
                        e -> assertThat(KafkaFailures.causedBy(e, ProducerFencedException.class))
                                .isTrue());
        assertThat(visible()).isZero();
        assertThat(committed()).isEqualTo("nothing");
    }
}
