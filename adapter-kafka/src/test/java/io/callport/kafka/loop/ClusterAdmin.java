package io.callport.kafka.loop;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A test's topics and its group, as an administrator sees and changes them. */
final class ClusterAdmin implements AutoCloseable {
    final Admin admin;
    private final String bootstrap;
    private final String group;
    private int changes;

    /** The brokers of the topics that are created from now on; empty for Kafka's choice. */
    List<Integer> brokers = List.of();

    ClusterAdmin(String bootstrap, String group) {
        this.bootstrap = bootstrap;
        this.group = group;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    /** The {@code group.instance.id} of each member of the group; empty text for a member without one. */
    List<String> members() {
        return await(admin.describeConsumerGroups(List.of(group)).all()).get(group).members().stream()
                .map(member -> member.groupInstanceId().orElse(""))
                .toList();
    }

    void create(Collection<String> topics, Map<String, String> config) {
        await(admin.createTopics(topics.stream()
                        .map(topic -> newTopic(topic).configs(config))
                        .toList())
                .all());
        awaitLeaders(topics);
    }

    private NewTopic newTopic(String topic) {
        List<Integer> on = brokers;
        return on.isEmpty()
                ? new NewTopic(topic, Optional.of(LoopFixture.PARTITIONS), Optional.empty())
                : new NewTopic(
                        topic,
                        IntStream.range(0, LoopFixture.PARTITIONS)
                                .boxed()
                                .collect(Collectors.toMap(partition -> partition, partition -> on)));
    }

    /**
     * Waits until each partition is led. A broker that only begins to lead one refuses a batch and takes the next one
     * of the same producer, and then refuses the first for good, as out of order.
     */
    private void awaitLeaders(Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> partitions = topics.stream()
                .flatMap(topic ->
                        IntStream.range(0, LoopFixture.PARTITIONS).mapToObj(it -> new TopicPartition(topic, it)))
                .collect(Collectors.toMap(it -> it, it -> OffsetSpec.latest()));
        LoopFixture.until("the partitions of " + topics + " are led", () -> known(partitions));
    }

    /** Whether the broker knows these partitions already. */
    private boolean known(Map<TopicPartition, OffsetSpec> partitions) {
        try {
            admin.listOffsets(partitions).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void delete(String topic) {
        await(admin.deleteTopics(List.of(topic)).all());
    }

    /** Takes the loop's transactional id away from it, as a second instance of it would. */
    void fence() {
        String id = await(admin.listTransactions().all()).stream()
                .map(TransactionListing::transactionalId)
                .filter(transactional -> transactional.startsWith(group))
                .findFirst()
                .orElseThrow();
        Map<String, Object> properties = Map.of("bootstrap.servers", bootstrap, "transactional.id", id);
        try (KafkaProducer<byte[], byte[]> second =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            second.initTransactions();
        }
    }

    /** Deletes a topic and makes another one of its name, and waits until the broker leads the new one. */
    void makeAgain(String topic, Map<String, String> config) {
        Uuid old = id(topic).orElseThrow();
        await(admin.deleteTopics(List.of(topic)).all());
        LoopFixture.until("the topic can be recreated", () -> {
            try {
                admin.createTopics(List.of(newTopic(topic).configs(config)))
                        .all()
                        .get();
                return true;
            } catch (ExecutionException e) {
                return false; // its deletion is not finished
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        LoopFixture.until(
                "the broker knows the new topic",
                () -> id(topic).filter(it -> !it.equals(old)).isPresent());
        awaitLeaders(List.of(topic));
    }

    private Optional<Uuid> id(String topic) {
        try {
            return Optional.of(admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .topicId());
        } catch (ExecutionException e) {
            return Optional.empty(); // the broker does not know it yet
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The group's committed offsets on an account's command topic, by partition. */
    Map<TopicPartition, OffsetAndMetadata> committed() {
        return await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    /** The same, as the next owner reads them: not while a transaction that holds one is being ended. */
    Map<TopicPartition, OffsetAndMetadata> stableOffsets(Collection<String> commandTopics) {
        List<TopicPartition> partitions = commandTopics.stream()
                .flatMap(topic -> IntStream.range(0, LoopFixture.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
        // Admin leaves out a partition that is not stable yet; one without an offset it names.
        ListConsumerGroupOffsetsSpec each = new ListConsumerGroupOffsetsSpec().topicPartitions(partitions);
        Map<TopicPartition, OffsetAndMetadata> stable = new HashMap<>();
        LoopFixture.until("every transaction has ended", () -> {
            stable.putAll(await(admin.listConsumerGroupOffsets(
                            Map.of(group, each), new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata(group)));
            return stable.keySet().containsAll(partitions);
        });
        stable.values().removeIf(Objects::isNull);
        return stable;
    }

    /** Changes how many bytes a record on a topic may have. */
    void limitRecords(String topic, String bytes) {
        configure(topic, "max.message.bytes", bytes);
    }

    /**
     * Changes a topic's configuration, and waits until the broker applies it. A broker shows a change a moment before
     * it applies it, and applies one change after the other: so a second one is made, and is waited for.
     */
    void configure(String topic, String key, String value) {
        change(topic, key, value);
        change(topic, "file.delete.delay.ms", Integer.toString(60_000 + ++changes));
    }

    private void change(String topic, String key, String value) {
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        await(admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all());
        LoopFixture.until("the broker shows " + key, () -> {
            Config shown = await(admin.describeConfigs(List.of(resource)).all()).get(resource);
            return shown != null && value.equals(shown.get(key).value());
        });
    }

    /** Commits an offset for the group, as an operator or another tool would. */
    void commit(TopicPartition partition, long offset, String metadata) {
        await(admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset, metadata)))
                .all());
    }

    long committedOf(String position) {
        OffsetAndMetadata committed = committed().get(LoopFixture.partition(position));
        return committed == null ? -1 : committed.offset();
    }

    /** The high-water mark of a partition. */
    long end(TopicPartition partition) {
        return await(admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition))
                .offset();
    }

    static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
