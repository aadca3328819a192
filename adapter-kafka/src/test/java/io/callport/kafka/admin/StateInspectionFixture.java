package io.callport.kafka.admin;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.changelog.OffsetMarker;
import io.callport.kafka.changelog.PartitionIdentity;
import io.callport.kafka.changelog.StateRecord;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A command topic with its state topic, and the transactions of an instance that writes state. */
final class StateInspectionFixture implements AutoCloseable {
    static final Account ACCOUNT = Account.parse("7moor:2000103");
    static final int PARTITIONS = 3;

    final String group = "s" + UUID.randomUUID().toString().substring(0, 8);
    final VendorTopics topics = VendorTopics.ofVendor(group, group);
    final TopicPartition commands =
            new TopicPartition(topics.commands(), AccountHomes.partitionOf(ACCOUNT, PARTITIONS));
    final TopicPartition state = new TopicPartition(topics.state(), commands.partition());
    final KafkaSettings settings;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;

    private final String bootstrap;

    StateInspectionFixture(String bootstrap) {
        this.bootstrap = bootstrap;
        KafkaSettings any = CheckFixture.settings(Map.of("bootstrap.servers", bootstrap), null);
        settings = new KafkaSettings(
                ClientSettings.of(bootstrap, group),
                new TopicSettings(Map.of("7moor", topics), group + ".dead-letters", CrossVendor.REFUSE, null),
                Map.of(ACCOUNT, Budget.parse("20/PT1M")),
                any.deadlines(),
                any.processing(),
                any.sipPasswords());
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", group),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    void createCommands() {
        create(topics.commands(), PARTITIONS);
    }

    void createState(int partitions) {
        create(topics.state(), partitions);
    }

    void createTopics() {
        createCommands();
        createState(PARTITIONS);
    }

    StateView inspect() {
        return StateInspection.inspect(settings, ACCOUNT);
    }

    StateView inspectWithin(Duration timeout) {
        return StateInspection.inspect(settings, ACCOUNT, timeout);
    }

    String id(String topic) {
        return CheckFixture.await(admin.describeTopics(List.of(topic)).allTopicNames())
                .values()
                .iterator()
                .next()
                .topicId()
                .toString();
    }

    StateRecord identity() {
        return new PartitionIdentity(group, id(topics.commands()), PARTITIONS, PARTITIONS).record();
    }

    OffsetMarker marker(long stateOffset) {
        return new OffsetMarker(id(topics.commands()), id(topics.state()), PARTITIONS, stateOffset);
    }

    void begin() {
        producer.beginTransaction();
    }

    void send(Instant writtenAt, StateRecord... records) {
        for (StateRecord record : records) {
            Future<?> unused = producer.send(new ProducerRecord<>(
                    topics.state(), state.partition(), writtenAt.toEpochMilli(), record.key(), record.value()));
        }
        producer.flush();
    }

    void sendOffset(long offset, String metadata) {
        Map<TopicPartition, OffsetAndMetadata> offsets = Map.of(commands, new OffsetAndMetadata(offset, metadata));
        try (KafkaConsumer<byte[], byte[]> outside = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "group.id", group),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            producer.sendOffsetsToTransaction(offsets, outside.groupMetadata());
        }
    }

    void commit() {
        producer.commitTransaction();
    }

    void abort() {
        producer.abortTransaction();
    }

    /** Sets the committed offset as a tool does. */
    void setOffset(long offset, String metadata) {
        CheckFixture.await(
                admin.alterConsumerGroupOffsets(group, Map.of(commands, new OffsetAndMetadata(offset, metadata)))
                        .all());
    }

    long stateEnd() {
        return CheckFixture.await(admin.listOffsets(
                                Map.of(state, OffsetSpec.latest()),
                                new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                        .partitionResult(state))
                .offset();
    }

    List<String> groups() {
        return CheckFixture.await(admin.listGroups().all()).stream()
                .map(listing -> listing.groupId())
                .toList();
    }

    private void create(String topic, int partitions) {
        CheckFixture.await(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all());
        CheckFixture.until(
                "topic " + topic,
                () -> CheckFixture.await(admin.listTopics().names()).contains(topic));
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        admin.close();
    }
}
