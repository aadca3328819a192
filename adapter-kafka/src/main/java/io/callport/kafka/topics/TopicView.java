package io.callport.kafka.topics;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The state of the topics as known at one moment. Immutable, so that the loop decides by a view without waiting for
 * Kafka.
 *
 * @param topics the topics that exist, by name; a topic that must exist and was deleted stays as it was last known
 * @param obstacles the partitions that take no records now, each with the reason
 */
public record TopicView(Map<String, TopicInfo> topics, Map<TopicPartition, Obstacle> obstacles) {
    /** The view before the first answer: no topic is known. */
    public static final TopicView NONE = new TopicView(Map.of());

    public TopicView {
        topics = Map.copyOf(topics);
        obstacles = Map.copyOf(obstacles);
    }

    /** A view of topics whose partitions all take records. */
    public TopicView(Map<String, TopicInfo> topics) {
        this(topics, Map.of());
    }

    /**
     * This view with what the last view knew: topics that were deleted meanwhile, and since when an obstacle is known.
     *
     * @param required the topics that are kept as they were; other topics only leave their obstacle
     */
    TopicView after(TopicView last, Set<String> required, Instant now) {
        Map<String, TopicInfo> all = new HashMap<>(topics);
        Map<TopicPartition, Obstacle> known = new HashMap<>();
        obstacles.forEach(
                (partition, obstacle) -> known.put(partition, obstacle.knownAs(last.obstacles.get(partition))));
        last.obstacles.forEach((partition, obstacle) -> {
            if (!exists(partition.topic())) {
                known.put(partition, Obstacle.gone(now).knownAs(obstacle));
            }
        });
        last.topics.forEach((name, info) -> {
            if (!exists(name)) {
                if (required.contains(name)) {
                    all.put(name, info);
                }
                for (int partition = 0; partition < info.partitions(); partition++) {
                    known.putIfAbsent(new TopicPartition(name, partition), Obstacle.gone(now));
                }
            }
        });
        return new TopicView(all, known);
    }

    /** Why a partition takes no records; {@code null} if nothing is known to keep it from that. */
    public @Nullable Obstacle obstacle(TopicPartition partition) {
        return obstacles.get(partition);
    }

    /** Whether a topic exists. */
    public boolean exists(String topic) {
        return topics.containsKey(topic);
    }

    /** Whether a topic exists and has a partition of that number. */
    public boolean exists(String topic, int partition) {
        TopicInfo info = topics.get(topic);
        return info != null && partition >= 0 && partition < info.partitions();
    }

    /**
     * The topic's id, as text. A topic that is deleted and recreated has another id.
     *
     * @throws IllegalStateException if the topic does not exist
     */
    public String id(String topic) {
        return info(topic).id();
    }

    /**
     * The number of a topic's partitions.
     *
     * @throws IllegalStateException if the topic does not exist
     */
    public int partitions(String topic) {
        return info(topic).partitions();
    }

    /** The wanted topics that do not exist, in alphabetical order. */
    Set<String> missing(Set<String> wanted) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(topics.keySet());
        return missing;
    }

    /** Whether a topic is known to lose records by compaction. */
    boolean compacted(String topic) {
        TopicInfo info = topics.get(topic);
        return info != null && info.compacted();
    }

    /**
     * The exact cleanup policy of a topic; empty where it may not be read.
     *
     * @throws IllegalStateException if the topic does not exist
     */
    String cleanupPolicy(String topic) {
        String policy = info(topic).cleanupPolicy();
        return policy == null ? "" : policy;
    }

    /** Whether a topic's cleanup policy is known to be exactly {@code compact}, as a state topic's must be. */
    public boolean onlyCompacted(String topic) {
        TopicInfo info = topics.get(topic);
        return info != null && info.onlyCompacted();
    }

    /**
     * The partition of a key, as Kafka's Java producer chooses it: murmur2 modulo the partitions. The partition of an
     * account's key on its command topic is the account's home.
     *
     * @param key the record's key; {@code null} goes to the first partition
     * @throws IllegalStateException if the topic does not exist
     */
    public int partitionOf(String topic, byte @Nullable [] key) {
        return key == null ? 0 : Utils.toPositive(Utils.murmur2(key)) % partitions(topic);
    }

    /**
     * The most bytes that a record on a topic may have.
     *
     * @throws IllegalStateException if the topic does not exist
     */
    public int largestRecord(String topic) {
        return info(topic).largestRecord();
    }

    /**
     * Whether the topic takes larger records than the producer sends.
     *
     * @throws IllegalStateException if the topic does not exist
     */
    public boolean limitedByProducer(String topic) {
        return info(topic).limitedByProducer();
    }

    private TopicInfo info(String topic) {
        TopicInfo info = topics.get(topic);
        if (info == null) {
            throw new IllegalStateException("topic " + topic + " is not known to exist");
        }
        return info;
    }
}
