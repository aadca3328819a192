package io.callport.kafka.topics;

import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * The identity, the size and the limits of a topic.
 *
 * @param id the topic's id as text; a topic that is deleted and recreated has another id
 * @param partitions the number of its partitions
 * @param largestRecord the most bytes that a record on the topic may have
 * @param cleanupPolicy the topic's {@code cleanup.policy}, exactly; {@code null} where the policy may not be read
 * @param limitedByProducer whether the producer's {@code max.request.size} limits the record, and the topic takes more
 */
public record TopicInfo(
        String id,
        int partitions,
        int largestRecord,
        @Nullable String cleanupPolicy,
        boolean limitedByProducer) {

    /** Whether the topic is known to be compacted, so that records vanish before they are read. */
    boolean compacted() {
        return cleanupPolicy != null && cleanupPolicy.contains(TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    /** Whether the topic is known to keep the last record of each key for ever. */
    boolean onlyCompacted() {
        return TopicConfig.CLEANUP_POLICY_COMPACT.equals(cleanupPolicy);
    }
}
