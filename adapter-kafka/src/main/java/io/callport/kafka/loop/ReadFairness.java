package io.callport.kafka.loop;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/**
 * Fairness between partitions when reading. The consumer gives all that it has of one partition before it turns to the
 * next one, so a partition that is far ahead of another one waits while that one has unread records. One thread owns
 * it.
 */
final class ReadFairness {
    /** A partition may be so many records ahead: a fraction of a poll, and more than a quiet service reads at once. */
    static final int AHEAD = 1_000;

    private final Map<TopicPartition, Long> read = new HashMap<>();
    private Set<TopicPartition> paused = Set.of();

    /**
     * Counts the records of a poll, and decides which partitions are to be paused so that others are read too.
     *
     * @param polled the number of records of each partition that the poll brought
     * @param readable the partitions that may be read
     * @param unread the number of records that are known to be unread; zero where it is not known. It is asked only
     *     after a poll that brought much, or while a partition is paused
     */
    Set<TopicPartition> partitionsToPause(
            Map<TopicPartition, Integer> polled,
            Collection<TopicPartition> readable,
            ToLongFunction<TopicPartition> unread) {
        int total = polled.values().stream().mapToInt(Integer::intValue).sum();
        boolean inVain = total == 0; // the other partitions had no records, so no partition is paused any longer
        if (inVain || (paused.isEmpty() && read.isEmpty() && total <= AHEAD)) {
            read.clear();
            paused = Set.of();
            return paused;
        }
        polled.forEach((partition, records) -> read.merge(partition, (long) records, Long::sum));
        List<TopicPartition> active = readable.stream()
                .filter(partition -> unread.applyAsLong(partition) > 0)
                .toList();
        long last = active.stream()
                .mapToLong(partition -> read.getOrDefault(partition, 0L))
                .min()
                .orElse(0);
        read.keySet().retainAll(active);
        active.forEach(partition -> read.merge(
                partition, -last, Long::sum)); // a partition that joins later starts level with the one furthest behind
        read.values().removeIf(ahead -> ahead <= 0);
        paused = new HashSet<>();
        read.forEach((partition, ahead) -> {
            if (ahead > AHEAD) {
                paused.add(partition);
            }
        });
        return paused;
    }
}
