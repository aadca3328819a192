package io.callport.kafka.loop;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The partitions that this instance owns now, and how far each has come. */
final class Partitions {
    private final Map<TopicPartition, Progress> owned = new HashMap<>();

    void assigned(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> owned.put(partition, new Progress(partition)));
    }

    void gone(Collection<TopicPartition> partitions) {
        partitions.forEach(owned::remove);
    }

    @Nullable
    Progress of(TopicPartition partition) {
        return owned.get(partition);
    }

    /** Whether this assignment still holds. */
    boolean owns(Progress progress) {
        return owned.get(progress.partition) == progress;
    }

    void readUpTo(ConsumerRecords<byte[], byte[]> records) {
        records.nextOffsets().forEach((partition, next) -> {
            Progress progress = owned.get(partition);
            if (progress != null) {
                progress.readUpTo(next.offset(), next.leaderEpoch());
            }
        });
    }

    /** What to commit together with these deliveries: the partitions whose low-water mark moves. */
    Map<TopicPartition, OffsetAndMetadata> checkpoints(List<Delivery> deliveries) {
        Map<Progress, Set<Long>> done =
                deliveries.stream().collect(groupingBy(Delivery::progress, mapping(Delivery::offset, toSet())));
        Map<TopicPartition, OffsetAndMetadata> checkpoints = new HashMap<>();
        owned.forEach((partition, progress) -> {
            OffsetAndMetadata checkpoint = progress.checkpoint(done.getOrDefault(progress, Set.of()));
            if (checkpoint != null) {
                checkpoints.put(partition, checkpoint);
            }
        });
        return checkpoints;
    }

    /** They were committed. */
    void committed(List<Delivery> deliveries, Map<TopicPartition, OffsetAndMetadata> checkpoints) {
        deliveries.forEach(delivery -> delivery.progress().done(delivery.offset()));
        owned.forEach((partition, progress) -> {
            OffsetAndMetadata checkpoint = checkpoints.get(partition);
            if (checkpoint != null) {
                progress.committed(checkpoint);
            }
        });
    }

    void allGone() {
        owned.clear();
    }
}
