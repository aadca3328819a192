package io.callport.kafka.topics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;

/** Asks the brokers about themselves, blocking. */
final class BrokerReader {
    private static final String METADATA_LIMIT = "offset.metadata.max.bytes";

    private static final short SAFE_TRANSACTIONS = 2;

    private final Admin admin;

    BrokerReader(Admin admin) {
        this.admin = admin;
    }

    /** The most chars that any broker takes as the metadata of an offset; Kafka's default where it may not be read. */
    int metadataLimit() {
        Collection<Node> nodes = Waiting.on(admin.describeCluster().nodes(), cause -> false);
        if (nodes == null) {
            return TopicView.DEFAULT_METADATA_LIMIT;
        }
        List<ConfigResource> brokers = nodes.stream()
                .map(node -> new ConfigResource(ConfigResource.Type.BROKER, node.idString()))
                .toList();
        Map<ConfigResource, Config> configs =
                Waiting.on(admin.describeConfigs(brokers).all(), AuthorizationException.class::isInstance);
        return configs == null
                ? TopicView.DEFAULT_METADATA_LIMIT
                : configs.values().stream()
                        .mapToInt(BrokerReader::metadataLimit)
                        .min()
                        .orElse(TopicView.DEFAULT_METADATA_LIMIT);
    }

    /** Whether transactions are safe: those of version 1 were seen to lose and to tear apart. True where it may not be asked. */
    boolean safeTransactions() {
        FeatureMetadata features =
                Waiting.on(admin.describeFeatures().featureMetadata(), AuthorizationException.class::isInstance);
        if (features == null) {
            return true;
        }
        FinalizedVersionRange version = features.finalizedFeatures().get("transaction.version");
        return version != null && version.maxVersionLevel() >= SAFE_TRANSACTIONS;
    }

    private static int metadataLimit(Config config) {
        ConfigEntry entry = config.get(METADATA_LIMIT);
        return entry == null || entry.value() == null
                ? TopicView.DEFAULT_METADATA_LIMIT
                : Integer.parseInt(entry.value());
    }
}
