package io.callport.kafka.topics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The configuration with which a state topic is created.
 *
 * @param replication the replication factor; empty for the broker's default
 * @param config the settings beside the cleanup policy, by their names
 */
record StateTopicConfig(Optional<Short> replication, Map<String, String> config) {
    /** The settings of every state topic. */
    static final Map<String, String> USUAL = usual();

    private static final Map<String, String> COMPACT =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    StateTopicConfig {
        config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    }

    /** This configuration and one more setting. */
    StateTopicConfig with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(config);
        more.put(key, value);
        return new StateTopicConfig(replication, more);
    }

    /**
     * The topic to create. Without a number of partitions, the topic gets the broker's default, as its command topic
     * does.
     */
    NewTopic topic(String name, Optional<Integer> partitions) {
        Map<String, String> all = new LinkedHashMap<>(COMPACT);
        all.putAll(config);
        return new NewTopic(name, partitions, replication).configs(all);
    }

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put(TopicConfig.SEGMENT_BYTES_CONFIG, "16777216"); // the active segment is never compacted
        usual.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "600000");
        // Transaction markers outlive compaction that long: at Kafka's 24 h, 700 MB a day at 100 transactions a second.
        usual.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, "300000");
        usual.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        return Collections.unmodifiableMap(usual);
    }
}
