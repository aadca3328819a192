package io.callport.kafka.takeover;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads the group's committed offsets. Always with the consumer: it waits for a transaction of the last owner that is
 * still open, while an administration client would return the offset from before that transaction. One thread owns it.
 */
final class CommittedOffsets {
    /** A longer wait would hold up other partitions; the next turn reads again. */
    private static final Duration TIMEOUT = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;

    CommittedOffsets(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Reads the group's committed offsets of these partitions.
     *
     * @throws TimeoutException if the group's coordinator does not know the offsets yet, as while a transaction of the
     *     last owner is still open
     */
    Map<TopicPartition, Optional<OffsetAndMetadata>> read(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions, TIMEOUT);
        Map<TopicPartition, Optional<OffsetAndMetadata>> found = new HashMap<>();
        partitions.forEach(partition -> found.put(partition, Optional.ofNullable(committed.get(partition))));
        return found;
    }
}
