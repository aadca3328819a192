package io.callport.kafka.loop;

import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.publish.StateWriter;
import io.callport.kafka.state.PartitionSnapshot;
import io.callport.kafka.state.PartitionSnapshot.Phase;
import io.callport.kafka.state.PartitionSnapshot.StateSize;
import io.callport.kafka.takeover.PartitionTakeover;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Makes snapshots of a session's partitions without a request to Kafka. One thread owns this object. */
record PartitionSnapshots(
        Consumer<?, ?> consumer, OwnedPartitions owned, PartitionTakeover takeover, StateWriter stateWriter) {
    private static final int UNKNOWN = -1;

    /** @param paused the partitions of which no more commands are read */
    List<PartitionSnapshot> snapshot(Set<TopicPartition> paused) {
        Stream<PartitionSnapshot> working = owned.all().stream()
                .map(progress -> owned(progress, paused.contains(progress.partition()) ? Phase.HELD : Phase.WORKING));
        Stream<PartitionSnapshot> others =
                takeover.phases().entrySet().stream().map(entry -> pending(entry.getKey(), entry.getValue()));
        return Stream.concat(working, others).toList();
    }

    private PartitionSnapshot owned(PartitionProgress progress, Phase phase) {
        TopicPartition partition = progress.partition();
        return new PartitionSnapshot(
                partition.topic(),
                partition.partition(),
                phase,
                progress.lag(),
                unread(partition),
                progress.outstanding(),
                progress.done().cardinality(),
                stateWriter.sizeOf(partition));
    }

    private long unread(TopicPartition partition) {
        boolean assigned = consumer.assignment().contains(partition);
        return assigned ? consumer.currentLag(partition).orElse(UNKNOWN) : UNKNOWN;
    }

    private PartitionSnapshot pending(TopicPartition partition, Phase phase) {
        StateSize unread = new StateSize(0, 0, takeover.unread(partition));
        return new PartitionSnapshot(partition.topic(), partition.partition(), phase, 0, UNKNOWN, 0, 0, unread);
    }
}
