package io.callport.kafka.loop;

import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.partition.PartitionTakeover;
import io.callport.kafka.publish.PartitionCheckpoints;
import io.callport.kafka.state.PartitionSnapshot;
import io.callport.kafka.state.PartitionSnapshot.CheckpointSize;
import io.callport.kafka.state.PartitionSnapshot.Phase;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** How the partitions of a session are, without asking Kafka. One thread owns it. */
record Overview(
        Consumer<?, ?> consumer, OwnedPartitions begun, PartitionTakeover takeover, PartitionCheckpoints checkpoints) {
    private static final int UNKNOWN = -1;

    List<PartitionSnapshot> partitions(boolean held) {
        Stream<PartitionSnapshot> working =
                begun.all().stream().map(progress -> state(progress, held ? Phase.HELD : Phase.WORKING));
        Stream<PartitionSnapshot> others =
                takeover.phases().entrySet().stream().map(entry -> untouched(entry.getKey(), entry.getValue()));
        return Stream.concat(working, others).toList();
    }

    private PartitionSnapshot state(PartitionProgress progress, Phase phase) {
        TopicPartition partition = progress.partition();
        return new PartitionSnapshot(
                partition.topic(),
                partition.partition(),
                phase,
                progress.range(),
                unread(partition),
                progress.outstanding(),
                progress.done().cardinality(),
                checkpoints.sizeOf(partition));
    }

    private long unread(TopicPartition partition) {
        boolean assigned = consumer.assignment().contains(partition);
        return assigned ? consumer.currentLag(partition).orElse(UNKNOWN) : UNKNOWN;
    }

    private static PartitionSnapshot untouched(TopicPartition partition, Phase phase) {
        return new PartitionSnapshot(
                partition.topic(), partition.partition(), phase, 0, UNKNOWN, 0, 0, CheckpointSize.NONE);
    }
}
