package io.callport.kafka.takeover;

import io.callport.kafka.changelog.StateContents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The facts by which a takeover is decided, in the order in which they were asked for: the committed offset, then the
 * ids of the topics and the end of the state partition, then the state up to that end.
 *
 * @param partition the partition of commands
 * @param statePartition the partition of its state
 * @param groupId the group of this service
 * @param committed the group's committed offset; empty if there is none
 * @param topics the topics as they are
 * @param contents the state up to the end that {@code topics} names
 * @param others the state of each other partition that {@code topics} names; read only where there is no committed
 *     offset
 */
public record TakeoverFacts(
        TopicPartition partition,
        TopicPartition statePartition,
        String groupId,
        Optional<OffsetAndMetadata> committed,
        TopicFacts topics,
        StateContents contents,
        List<StateContents> others) {
    public TakeoverFacts {
        others = List.copyOf(others);
    }

    /**
     * The command topic and the state topic at one moment.
     *
     * @param topicId the id of the command topic
     * @param partitions the number of its partitions
     * @param stateTopicId the id of the state topic
     * @param stateEnd the high-water mark of the state partition: what an open transaction has written counts
     * @param othersEnds the high-water marks of the other state partitions that were ever written to
     */
    public record TopicFacts(
            String topicId, int partitions, String stateTopicId, long stateEnd, Map<TopicPartition, Long> othersEnds) {
        public TopicFacts {
            othersEnds = Map.copyOf(othersEnds);
        }
    }
}
