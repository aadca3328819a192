package io.callport.kafka.topics;

import static java.util.Objects.requireNonNull;

import io.callport.kafka.client.KafkaFutures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Compares state topics with the topic of committed offsets: state that is lost where offsets survive stops its
 * partitions. Blocking.
 */
record StateTopicSafety(Admin admin, OffsetsTopicReader offsets) {
    /** Warnings of existing state topics that are less safe than the offsets, as far as the cluster shows it. */
    List<String> warnings(Collection<String> states) {
        Integer replication = offsets.replication();
        Integer inSync = offsets.minInSyncReplicas();
        Map<String, TopicDescription> topics =
                KafkaFutures.value(admin.describeTopics(states).allTopicNames());
        List<String> warnings = new ArrayList<>();
        for (String state : states.stream().sorted().toList()) {
            int replicas = requireNonNull(topics.get(state)).partitions().stream()
                    .mapToInt(partition -> partition.replicas().size())
                    .min()
                    .orElse(0);
            if (replication != null && replicas < replication) {
                warnings.add("topic " + state + " has replication factor " + replicas + ", but committed offsets have "
                        + replication + ": a failed broker could lose the state and not the offsets; add replicas with"
                        + " kafka-reassign-partitions.sh");
            }
            Optional<Config> config = config(state);
            if (inSync != null && config.map(it -> least(it) < inSync).orElse(false)) {
                warnings.add("topic " + state + " has a lower min.insync.replicas than committed offsets; set it to "
                        + inSync);
            }
            if (config.map(StateTopicSafety::electsUnclean).orElse(false)) {
                warnings.add(
                        "topic " + state + " has unclean.leader.election.enable=true, so a failed broker could lose"
                                + " state unseen; set it to false");
            }
        }
        return warnings;
    }

    private Optional<Config> config(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Optional.ofNullable(KafkaFutures.valueUnless(
                        AuthorizationException.class::isInstance,
                        admin.describeConfigs(List.of(resource)).all()))
                .map(configs -> configs.get(resource));
    }

    private static int least(Config config) {
        ConfigEntry entry = config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
        return entry == null ? Integer.MAX_VALUE : Integer.parseInt(entry.value());
    }

    private static boolean electsUnclean(Config config) {
        ConfigEntry entry = config.get(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG);
        return entry != null && Boolean.parseBoolean(entry.value());
    }
}
