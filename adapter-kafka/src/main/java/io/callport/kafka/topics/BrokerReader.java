package io.callport.kafka.topics;

import io.callport.kafka.client.KafkaFutures;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** Asks the brokers for their own settings and features, blocking. */
final class BrokerReader {
    static final String UNSAFE_TRANSACTIONS =
            "The cluster's transaction.version is below 2: results could be lost or doubled when a broker fails;"
                    + " upgrade it with kafka-features.sh upgrade --feature transaction.version=2";

    private static final String OFFSETS_RETENTION = "offsets.retention.minutes";
    private static final String OFFSETS_REPLICATION = "offsets.topic.replication.factor";
    private static final String DEFAULT_REPLICATION = "default.replication.factor";

    private static final short SAFE_TRANSACTIONS = 2;

    private final Admin admin;

    BrokerReader(Admin admin) {
        this.admin = admin;
    }

    /** The retention of a memberless group's offsets; empty where the setting may not be read. */
    Optional<Duration> offsetsRetention() {
        return values(OFFSETS_RETENTION)
                .map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)))
                .min(Comparator.naturalOrder());
    }

    /**
     * The replication factor that the topic of committed offsets gets; {@code null} where the setting may not be read.
     */
    @Nullable
    Integer offsetsReplication() {
        return largest(OFFSETS_REPLICATION);
    }

    /** The replication factor of topics that name none; 1, which is Kafka's own, where the setting may not be read. */
    int defaultReplication() {
        Integer known = largest(DEFAULT_REPLICATION);
        return known == null ? 1 : known;
    }

    /** The least of the brokers' values of a setting; empty where it may not be read. */
    Optional<Long> least(String key) {
        return values(key).map(Long::valueOf).min(Comparator.naturalOrder());
    }

    /** The largest of the brokers' values of a setting; empty where it may not be read. */
    Optional<Long> most(String key) {
        return values(key).map(Long::valueOf).max(Comparator.naturalOrder());
    }

    private @Nullable Integer largest(String key) {
        return values(key).map(Integer::valueOf).max(Comparator.naturalOrder()).orElse(null);
    }

    /**
     * Whether transactions are safe: those of version 1 were seen to lose records and to be torn apart. True where it
     * may not be asked.
     */
    boolean safeTransactions() {
        return hasFeature("transaction.version", SAFE_TRANSACTIONS);
    }

    /** Whether the cluster has a feature in a version; true where it may not be asked. */
    boolean hasFeature(String name, int least) {
        FeatureMetadata features = KafkaFutures.valueUnless(
                AuthorizationException.class::isInstance,
                admin.describeFeatures().featureMetadata());
        if (features == null) {
            return true;
        }
        FinalizedVersionRange version = features.finalizedFeatures().get(name);
        return version != null && version.maxVersionLevel() >= least;
    }

    private Stream<String> values(String key) {
        Collection<Node> nodes = KafkaFutures.value(admin.describeCluster().nodes());
        List<ConfigResource> brokers = nodes.stream()
                .map(node -> new ConfigResource(ConfigResource.Type.BROKER, node.idString()))
                .toList();
        Map<ConfigResource, Config> configs = KafkaFutures.valueUnless(
                AuthorizationException.class::isInstance,
                admin.describeConfigs(brokers).all());
        return configs == null
                ? Stream.empty()
                : configs.values().stream()
                        .map(config -> config.get(key))
                        .filter(entry -> entry != null && entry.value() != null)
                        .map(ConfigEntry::value);
    }
}
