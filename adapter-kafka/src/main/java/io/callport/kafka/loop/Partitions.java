package io.callport.kafka.loop;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

    /** What to commit: the partitions whose low-water mark moved. */
    Map<TopicPartition, OffsetAndMetadata> checkpoints() {
        Map<TopicPartition, OffsetAndMetadata> checkpoints = new HashMap<>();
        owned.forEach((partition, progress) -> {
            if (progress.moved()) {
                checkpoints.put(partition, progress.checkpoint());
            }
        });
        return checkpoints;
    }

    void committed(Map<TopicPartition, OffsetAndMetadata> checkpoints) {
        checkpoints.forEach((partition, checkpoint) -> {
            Progress progress = owned.get(partition);
            if (progress != null) {
                progress.committed(checkpoint.offset());
            }
        });
    }
}
