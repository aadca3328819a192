package io.callport.kafka.topics;

import io.callport.kafka.client.KafkaFutures;
import io.callport.kafka.settings.ClientSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Reads the partitions and the configuration of topics, blocking. */
final class TopicReader {
    /** Kafka's own default of {@code max.message.bytes}, used where the setting may not be read. */
    private static final int DEFAULT_LARGEST = 1_048_588;

    static final String UNCOMPRESSED = "uncompressed";

    private final Admin admin;
    private final int largestRequest;

    TopicReader(Admin admin, ClientSettings clients) {
        this.admin = admin;
        this.largestRequest = clients.largestRequest();
    }

    /** Describes the topics that exist among these names. */
    TopicView read(Set<String> names) {
        Map<String, TopicDescription> descriptions = descriptions(names);
        Map<String, Config> configs = configs(descriptions.keySet());
        Map<String, TopicInfo> topics = new HashMap<>();
        Map<TopicPartition, Obstacle> obstacles = new HashMap<>();
        Instant now = Instant.now();
        descriptions.forEach((name, description) -> {
            topics.put(name, info(description, configs.get(name)));
            obstacles.putAll(obstacles(description, configs.get(name), now));
        });
        return new TopicView(topics, obstacles);
    }

    private static Map<TopicPartition, Obstacle> obstacles(
            TopicDescription topic, @Nullable Config config, Instant now) {
        String configured = value(config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
        int leastInSync = configured == null ? 1 : Integer.parseInt(configured);
        Map<TopicPartition, Obstacle> obstacles = new HashMap<>();
        for (TopicPartitionInfo partition : topic.partitions()) {
            Obstacle obstacle = Obstacle.of(topic, partition, leastInSync, now);
            if (obstacle != null) {
                obstacles.put(new TopicPartition(topic.name(), partition.partition()), obstacle);
            }
        }
        return obstacles;
    }

    /** The retention of the topics whose configuration may be read, in milliseconds; -1 is for ever. */
    Map<String, Long> retention(Set<String> names) {
        Map<String, Long> retention = new HashMap<>();
        configs(names).forEach((name, config) -> {
            ConfigEntry entry = config.get(TopicConfig.RETENTION_MS_CONFIG);
            if (entry != null && entry.value() != null) {
                retention.put(name, Long.parseLong(entry.value()));
            }
        });
        return retention;
    }

    /**
     * The topics of which it is known that their broker leaves a batch compressed: the {@code compression.type} of
     * each.
     */
    Map<String, String> compression(Set<String> names) {
        Map<String, String> compression = new TreeMap<>();
        configs(names).forEach((name, config) -> {
            String type = value(config, TopicConfig.COMPRESSION_TYPE_CONFIG);
            if (type != null && !type.equals(UNCOMPRESSED)) {
                compression.put(name, type);
            }
        });
        return compression;
    }

    private Map<String, TopicDescription> descriptions(Set<String> names) {
        Map<String, TopicDescription> descriptions = new HashMap<>();
        Map<String, KafkaFuture<TopicDescription>> futures = admin.describeTopics(
                        names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        futures.forEach((name, future) -> {
            TopicDescription description = KafkaFutures.valueUnless(TopicReader::notThere, future);
            if (description != null) {
                descriptions.put(name, description);
            }
        });
        return descriptions;
    }

    private Map<String, Config> configs(Set<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Config> configs = new HashMap<>();
        admin.describeConfigs(resources).values().forEach((resource, future) -> {
            Config config = KafkaFutures.valueUnless(TopicReader::unreadable, future);
            if (config != null) {
                configs.put(resource.name(), config);
            }
        });
        return configs;
    }

    private TopicInfo info(TopicDescription description, @Nullable Config config) {
        String limit = value(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        int largest = limit == null ? DEFAULT_LARGEST : Integer.parseInt(limit);
        return new TopicInfo(
                description.topicId().toString(),
                description.partitions().size(),
                Math.min(largestRequest, largest),
                value(config, TopicConfig.CLEANUP_POLICY_CONFIG),
                largestRequest < largest);
    }

    private static @Nullable String value(@Nullable Config config, String key) {
        ConfigEntry entry = config == null ? null : config.get(key);
        return entry == null ? null : entry.value();
    }

    private static boolean unreadable(@Nullable Throwable e) {
        return e instanceof AuthorizationException || e instanceof UnknownTopicOrPartitionException;
    }

    /** Whether a topic is absent; a topic that this user may not see counts as absent. */
    private static boolean notThere(@Nullable Throwable e) {
        return e instanceof UnknownTopicOrPartitionException
                || e instanceof TopicAuthorizationException
                || e instanceof InvalidTopicException;
    }
}
