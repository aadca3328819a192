package io.callport.kafka.partition;

import io.callport.kafka.checkpoint.Checkpoint;
import io.callport.kafka.checkpoint.CheckpointReadResult;
import io.callport.kafka.checkpoint.CheckpointReader;
import io.callport.kafka.checkpoint.SpentSlots;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the group's committed offsets of partitions that this instance takes over. One thread owns it. */
final class CommittedOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(CommittedOffsets.class);

    /** A longer wait would hold up other partitions; the next turn reads again. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final AccountHomes homes;

    CommittedOffsets(Consumer<byte[], byte[]> consumer, AccountHomes homes) {
        this.consumer = consumer;
        this.homes = homes;
    }

    /**
     * Reads the group's committed offsets of these partitions.
     *
     * @throws TimeoutException if the group's coordinator does not know the offsets yet, as
     *     while a transaction of the last owner is still open
     */
    Map<TopicPartition, TakeoverResult> read(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions, PATIENCE);
        Map<TopicPartition, TakeoverResult> found = new HashMap<>();
        for (TopicPartition partition : Set.copyOf(partitions)) {
            OffsetAndMetadata offset = committed.get(partition);
            found.put(partition, offset == null ? untouched(partition) : resume(partition, offset));
        }
        return found;
    }

    private TakeoverResult resume(TopicPartition partition, OffsetAndMetadata committed) {
        return CheckpointReader.read(committed.metadata())
                .fold(
                        checkpoint -> resume(partition, committed, checkpoint),
                        () -> withoutCheckpoint(partition, committed),
                        version ->
                                new TakeoverResult.Blocked("The checkpoint of partition " + partition + " has version "
                                        + version + ", which a newer release has written; start that release here"),
                        why -> new TakeoverResult.Blocked("The checkpoint of partition " + partition + " at offset "
                                + committed.offset() + " is damaged (" + why
                                + "); stop every instance, reset the offset"
                                + " with kafka-consumer-groups, and expect results of commands behind it twice"));
    }

    private TakeoverResult resume(TopicPartition partition, OffsetAndMetadata committed, Checkpoint checkpoint) {
        boolean homesMoved = checkpoint.partitions() != homes.partitionCount(partition.topic());
        SpentSlots spent = homesMoved ? SpentSlots.allSpent() : checkpoint.spent();
        return new TakeoverResult.Ready(
                PartitionProgress.resuming(partition, committed.offset(), checkpoint.done()), committed, spent);
    }

    /** Trusts the offset of another tool, but assumes that all is spent: the tool may just have reset our own offset. */
    private TakeoverResult withoutCheckpoint(TopicPartition partition, OffsetAndMetadata committed) {
        if (!committed.metadata().isEmpty()) {
            LOG.atWarn().addKeyValue("partition", partition).log("Ignored offset metadata that is not Callport's");
        }
        return new TakeoverResult.Ready(
                PartitionProgress.starting(partition, committed.offset()), committed, SpentSlots.allSpent());
    }

    /** Starts at offset 0, wherever the log begins: a request for the log's start would wait behind a running fetch. */
    private TakeoverResult untouched(TopicPartition partition) {
        SpentSlots spent = unknownSpending(partition.topic());
        return new TakeoverResult.Ready(PartitionProgress.starting(partition, 0), new OffsetAndMetadata(0), spent);
    }

    /**
     * Assumes nothing spent for a new group. If the group has any checkpoint, its accounts may have spent their budgets.
     */
    private SpentSlots unknownSpending(String topic) {
        TimeoutException unstable = null;
        for (int partition = 0; partition < homes.partitionCount(topic); partition++) {
            try {
                if (hasCheckpoint(new TopicPartition(topic, partition))) {
                    return SpentSlots.allSpent();
                }
            } catch (TimeoutException e) {
                unstable = e; // another partition may be known
            }
        }
        if (unstable != null) {
            throw unstable;
        }
        return SpentSlots.none();
    }

    /**
     * Reads the offsets of one partition at a time: while other instances work, the offsets of all partitions are rarely
     * stable at once.
     */
    private boolean hasCheckpoint(TopicPartition partition) {
        OffsetAndMetadata committed =
                consumer.committed(Set.of(partition), PATIENCE).get(partition);
        return committed != null
                && !(CheckpointReader.read(committed.metadata()) instanceof CheckpointReadResult.Foreign);
    }
}
