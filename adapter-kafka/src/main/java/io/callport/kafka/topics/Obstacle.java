package io.callport.kafka.topics;

import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a partition takes no record, known before any record is sent to it.
 *
 * @param why the reason, as the rest of a sentence about the topic
 * @param remedy the remedy, in words
 * @param unauthorized whether it is a missing right
 * @param since the time at which the obstacle was first seen
 */
public record Obstacle(String why, String remedy, boolean unauthorized, Instant since) {
    /** The obstacle of a topic that the service may not write to. */
    public static Obstacle withoutRight(Instant since) {
        return new Obstacle("the service may not write to it (topic authorization)", "give it WRITE", true, since);
    }

    static Obstacle gone(Instant since) {
        return new Obstacle("it does not exist or may not be seen", "create it, or give the right to it", false, since);
    }

    /**
     * The obstacle of a partition as a broker describes it; {@code null} if there is none.
     *
     * @param leastInSync the topic's {@code min.insync.replicas}
     */
    static @Nullable Obstacle of(TopicDescription topic, TopicPartitionInfo partition, int leastInSync, Instant now) {
        Set<AclOperation> allowed = topic.authorizedOperations();
        if (allowed != null && !allowed.isEmpty() && !allowed.contains(AclOperation.WRITE)) {
            return withoutRight(now);
        }
        if (partition.leader() == null || partition.leader().isEmpty()) {
            return new Obstacle("it has no leader", "start the brokers that have its replicas", false, now);
        }
        int inSync = partition.isr().size();
        int needed = Math.min(leastInSync, partition.replicas().size()); // Kafka asks for no more than there are
        if (inSync < needed) {
            String why = "it needs " + needed + " replicas in sync, and has " + inSync;
            return new Obstacle(why, "start the brokers that have its other replicas", false, now);
        }
        return null;
    }

    /** The same obstacle, since an earlier time if it was known before. */
    Obstacle knownAs(@Nullable Obstacle before) {
        return before == null ? this : new Obstacle(why, remedy, unauthorized, before.since);
    }
}
