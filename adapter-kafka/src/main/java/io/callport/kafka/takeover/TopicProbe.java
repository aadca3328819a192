package io.callport.kafka.takeover;

import static java.util.stream.Collectors.toMap;

import io.callport.kafka.takeover.TakeoverFacts.TopicFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the cluster for the ids of command and state topics and for the high-water marks of state partitions, without
 * waiting. A view of the topics that was taken earlier would not do: a topic may have been recreated since.
 */
final class TopicProbe {
    private final Admin admin;

    TopicProbe(Admin admin) {
        this.admin = admin;
    }

    /**
     * Asks about partitions that are taken over.
     *
     * @return a stage with the facts of each partition whose topics exist; a partition without facts has no state
     *     partition yet
     */
    CompletionStage<Map<TopicPartition, TopicFacts>> ask(Collection<PendingPartition> pending) {
        Set<String> names = new HashSet<>();
        pending.forEach(each -> {
            names.add(each.partition.topic());
            names.add(each.statePartition.topic());
        });
        return admin.describeTopics(names)
                .allTopicNames()
                .toCompletionStage()
                .thenCompose(topics -> ends(pending, topics).thenApply(ends -> facts(pending, topics, ends)));
    }

    private CompletionStage<Map<TopicPartition, ListOffsetsResultInfo>> ends(
            Collection<PendingPartition> pending, Map<String, TopicDescription> topics) {
        Map<TopicPartition, OffsetSpec> wanted = pending.stream()
                .map(each -> each.statePartition.topic())
                .distinct()
                .flatMap(topic -> IntStream.range(0, partitions(topics, topic))
                        .mapToObj(number -> new TopicPartition(topic, number)))
                .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        ListOffsetsOptions uncommitted = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
        return admin.listOffsets(wanted, uncommitted).all().toCompletionStage();
    }

    private static Map<TopicPartition, TopicFacts> facts(
            Collection<PendingPartition> pending,
            Map<String, TopicDescription> topics,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        Map<TopicPartition, TopicFacts> facts = new HashMap<>();
        for (PendingPartition each : pending) {
            ListOffsetsResultInfo end = ends.get(each.statePartition);
            if (end != null) {
                facts.put(each.partition, facts(each, topics, ends, end.offset()));
            }
        }
        return facts;
    }

    private static TopicFacts facts(
            PendingPartition each,
            Map<String, TopicDescription> topics,
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            long end) {
        String commands = each.partition.topic();
        String state = each.statePartition.topic();
        int partitions = partitions(topics, commands);
        return new TopicFacts(
                id(topics, commands), partitions, id(topics, state), end, othersEnds(each, partitions, ends));
    }

    private static Map<TopicPartition, Long> othersEnds(
            PendingPartition each, int partitions, Map<TopicPartition, ListOffsetsResultInfo> ends) {
        if (each.committed().isPresent()) {
            return Map.of(); // only a partition without an offset asks what others have
        }
        Map<TopicPartition, Long> others = new HashMap<>();
        for (int number = 0; number < partitions; number++) {
            TopicPartition other = new TopicPartition(each.statePartition.topic(), number);
            ListOffsetsResultInfo end = ends.get(other);
            if (end != null && end.offset() > 0 && !other.equals(each.statePartition)) {
                others.put(other, end.offset());
            }
        }
        return others;
    }

    private static int partitions(Map<String, TopicDescription> topics, String name) {
        TopicDescription topic = topics.get(name);
        return topic == null ? 0 : topic.partitions().size();
    }

    private static String id(Map<String, TopicDescription> topics, String name) {
        TopicDescription topic = topics.get(name);
        return topic == null ? "" : topic.topicId().toString();
    }
}
