package io.callport.kafka.takeover;

import io.callport.kafka.changelog.StateContents;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The facts by which a takeover is decided, in the order in which they were asked for: the committed offset, then the ids of
 * the topics and the end of the state partition, then the state up to that end.
 *
 * @param partition the partition of commands
 * @param statePartition the partition of its state
 * @param groupId the group of this service
 * @param committed the group's committed offset; empty if there is none
 * @param topics the topics as they are
 * @param contents the state up to the end that {@code topics} names
 * @param others the state of the topic's other partitions; read only where {@link TakeoverDecision#needsOthers} says so
 */
public record TakeoverFacts(
        TopicPartition partition,
        TopicPartition statePartition,
        String groupId,
        Optional<OffsetAndMetadata> committed,
        TopicFacts topics,
        StateContents contents,
        OtherPartitions others) {
    /**
     * The command topic and the state topic at one moment.
     *
     * @param topicId the id of the command topic
     * @param partitions the number of its partitions
     * @param stateTopicId the id of the state topic
     * @param stateEnd the high-water mark of the state partition: what an open transaction has written counts
     * @param othersWritten the other partitions of the command topic whose state partitions were ever written to
     */
    public record TopicFacts(
            String topicId, int partitions, String stateTopicId, long stateEnd, Set<TopicPartition> othersWritten) {
        public TopicFacts {
            othersWritten = Set.copyOf(othersWritten);
        }
    }

    /**
     * The state of a topic's other partitions, as the markers of their offsets have it.
     *
     * @param firstPartitions the number of partitions with which the group's state began; empty if that is not known
     */
    public record OtherPartitions(Optional<Integer> firstPartitions) {
        /** Nothing is known of the other partitions. */
        public static final OtherPartitions UNKNOWN = new OtherPartitions(Optional.empty());
    }

    TakeoverFacts with(OtherPartitions others) {
        return new TakeoverFacts(partition, statePartition, groupId, committed, topics, contents, others);
    }
}
