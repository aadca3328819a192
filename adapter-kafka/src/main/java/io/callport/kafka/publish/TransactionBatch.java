package io.callport.kafka.publish;

import io.callport.kafka.changelog.DoneChunk;
import io.callport.kafka.partition.PartitionProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The content of one transaction: deliveries, the state records that mark these deliveries as done, and the offsets of
 * every partition that has deliveries or state records. One thread owns it.
 */
final class TransactionBatch {
    private final StateWriter stateWriter;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Delivery> deferred = new ArrayList<>();
    private final Map<PartitionProgress, StateChange> changes = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private int room;
    private int roomForDue;

    /**
     * Makes a batch without content.
     *
     * @param room the most records, of deliveries and of state together, as far as no request waits for them
     */
    TransactionBatch(StateWriter stateWriter, int room) {
        this.stateWriter = stateWriter;
        this.room = room;
        this.roomForDue = room / 10;
    }

    /**
     * Adds a partition, with as many of its deliveries as there is room for, earlier offsets first.
     *
     * @param handOver whether this is the last transaction before another instance owns the partition
     */
    void add(PartitionProgress progress, List<Delivery> ofPartition, boolean handOver) {
        List<Delivery> added = fitting(ofPartition);
        added.forEach(delivery -> progress.markDone(delivery.offset()));
        long lowWater = progress.lowWater();
        Set<Long> chunks = new TreeSet<>();
        for (Delivery delivery : added) {
            if (delivery.offset() > lowWater) {
                chunks.add(DoneChunk.numberOf(delivery.offset()));
            }
        }
        StateChange change = handOver
                ? stateWriter.handOverChange(progress, chunks)
                : stateWriter.nextChange(progress, chunks, roomForDue);
        roomForDue = Math.max(0, roomForDue - change.accountsDue());
        deliveries.addAll(added);
        changes.put(progress, change);
        offsets.put(progress.partition(), new OffsetAndMetadata(lowWater, progress.epoch(), change.marker()));
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    /** The deliveries that must wait for the next transaction. */
    List<Delivery> deferred() {
        return deferred;
    }

    /** The state records, by partition. */
    List<StateChange> changes() {
        return List.copyOf(changes.values());
    }

    Map<TopicPartition, OffsetAndMetadata> offsets() {
        return offsets;
    }

    /** Reports that the batch was committed. */
    void reportCommitted() {
        changes.forEach((progress, change) -> {
            progress.committed();
            change.committed();
        });
        deliveries.forEach(Delivery::committed);
    }

    /** Takes back what the batch marked as done and written, because the batch was not committed. */
    void unmark() {
        deliveries.forEach(delivery -> delivery.progress().unmarkDone(delivery.offset()));
        changes.values().forEach(StateChange::aborted);
    }

    /** The deliveries that there is room for: each needs a record, and each further chunk of offsets needs one too. */
    private List<Delivery> fitting(List<Delivery> ofPartition) {
        List<Delivery> sorted = new ArrayList<>(ofPartition);
        sorted.sort(Delivery.BY_OFFSET);
        Set<Long> chunks = new HashSet<>();
        List<Delivery> fitting = new ArrayList<>();
        for (Delivery delivery : sorted) {
            int records = chunks.add(DoneChunk.numberOf(delivery.offset())) ? 2 : 1;
            if (room < records && !(deliveries.isEmpty() && fitting.isEmpty())) {
                deferred.add(delivery);
            } else {
                fitting.add(delivery);
                room -= records;
            }
        }
        return fitting;
    }
}
