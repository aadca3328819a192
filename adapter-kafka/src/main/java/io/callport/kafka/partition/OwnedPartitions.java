package io.callport.kafka.partition;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The partitions that this instance works on now, each with its progress. One thread owns it, except {@link #names}.
 */
public final class OwnedPartitions {
    private final Map<TopicPartition, PartitionProgress> owned = new HashMap<>();
    private volatile Set<TopicPartition> names = Set.of();

    /** Adds a partition on which work begins. */
    public void begin(PartitionProgress progress) {
        owned.put(progress.partition(), progress);
        names = Set.copyOf(owned.keySet());
    }

    /** Removes partitions that another instance owns now. */
    public void remove(Collection<TopicPartition> partitions) {
        partitions.forEach(owned::remove);
        names = Set.copyOf(owned.keySet());
    }

    public void clear() {
        owned.clear();
        names = Set.of();
    }

    /** The partitions, for any thread. */
    public Set<TopicPartition> names() {
        return names;
    }

    /** The progress of a partition; {@code null} if this instance does not work on the partition. */
    public @Nullable PartitionProgress progressOf(TopicPartition partition) {
        return owned.get(partition);
    }

    /** Whether a partition is still owned by the assignment that this progress belongs to. */
    public boolean owns(PartitionProgress progress) {
        return owned.get(progress.partition()) == progress;
    }

    public List<PartitionProgress> all() {
        return List.copyOf(owned.values());
    }
}
