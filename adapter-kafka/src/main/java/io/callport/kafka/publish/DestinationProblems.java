package io.callport.kafka.publish;

import io.callport.kafka.topics.Obstacle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** The destinations that take no records, one sentence a topic and reason. */
final class DestinationProblems {
    private DestinationProblems() {}

    /**
     * Describes the destinations.
     *
     * @param obstacles why each takes no records
     * @param blocked the number of records that wait for each
     */
    static List<String> of(Map<TopicPartition, Obstacle> obstacles, Map<TopicPartition, Integer> blocked) {
        if (obstacles.isEmpty()) {
            return List.of();
        }
        return obstacles.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().topic() + " " + entry.getValue().why(),
                        TreeMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(entries -> sentence(entries, blocked))
                .toList();
    }

    private static String sentence(
            List<Map.Entry<TopicPartition, Obstacle>> entries, Map<TopicPartition, Integer> blocked) {
        String topic = entries.get(0).getKey().topic();
        Obstacle obstacle = entries.stream()
                .map(Map.Entry::getValue)
                .min((one, other) -> one.since().compareTo(other.since()))
                .orElseThrow();
        String partitions = entries.stream()
                .map(entry -> entry.getKey().partition())
                .filter(partition -> partition >= 0)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        int waiting = blocked.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return "Topic " + topic + " has not taken records since "
                + obstacle.since().truncatedTo(ChronoUnit.SECONDS) + where(partitions) + ": " + obstacle.why() + "; "
                + obstacle.remedy() + waiting(waiting);
    }

    private static String where(String partitions) {
        return partitions.isEmpty() ? "" : " on partition " + partitions;
    }

    private static String waiting(int records) {
        return records == 0 ? "" : "; records that wait for it: " + records;
    }
}
