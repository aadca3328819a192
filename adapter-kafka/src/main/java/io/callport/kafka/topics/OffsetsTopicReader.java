package io.callport.kafka.topics;

import io.callport.kafka.client.KafkaFutures;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.Topic;
import org.jspecify.annotations.Nullable;

/** Reads how safe the topic of committed offsets is, as far as the cluster shows it. Blocking. */
record OffsetsTopicReader(Admin admin, BrokerReader brokers) {
    private static final String NAME = Topic.GROUP_METADATA_TOPIC_NAME;

    /** The replication factor; before the topic exists the one that it gets; {@code null} where neither may be read. */
    @Nullable
    Integer replication() {
        Map<String, TopicDescription> topics = KafkaFutures.valueUnless(
                OffsetsTopicReader::unreadable,
                admin.describeTopics(List.of(NAME)).allTopicNames());
        TopicDescription description = topics == null ? null : topics.get(NAME);
        return description == null
                ? brokers.offsetsReplication()
                : Integer.valueOf(description.partitions().get(0).replicas().size());
    }

    /**
     * The topic's own {@code min.insync.replicas}; {@code null} where it may not be read, or where the topic follows
     * the brokers, as every other topic does.
     */
    @Nullable
    Integer ownMinInSyncReplicas() {
        ConfigEntry entry = minInSync();
        return entry == null || entry.source() != ConfigSource.DYNAMIC_TOPIC_CONFIG
                ? null
                : Integer.valueOf(entry.value());
    }

    /** The {@code min.insync.replicas} that holds for the topic; {@code null} where it may not be read. */
    @Nullable
    Integer minInSyncReplicas() {
        ConfigEntry entry = minInSync();
        return entry == null ? null : Integer.valueOf(entry.value());
    }

    private @Nullable ConfigEntry minInSync() {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, NAME);
        Map<ConfigResource, Config> configs = KafkaFutures.valueUnless(
                OffsetsTopicReader::unreadable,
                admin.describeConfigs(List.of(topic)).all());
        Config config = configs == null ? null : configs.get(topic);
        return config == null ? null : config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
    }

    private static boolean unreadable(KafkaException e) {
        return e instanceof AuthorizationException || e instanceof UnknownTopicOrPartitionException;
    }
}
