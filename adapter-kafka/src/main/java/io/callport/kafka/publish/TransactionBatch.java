package io.callport.kafka.publish;

import io.callport.kafka.partition.PartitionProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The content of one transaction: deliveries, and the checkpoints that already count these deliveries as done. One thread
 * owns it.
 */
final class TransactionBatch {
    private final PartitionCheckpoints checkpoints;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Delivery> deferred = new ArrayList<>();
    private final List<PartitionProgress> crowded = new ArrayList<>();
    private final List<String> unwritten = new ArrayList<>();
    private final Map<PartitionProgress, OffsetAndMetadata> written = new HashMap<>();

    TransactionBatch(PartitionCheckpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** Adds a partition's checkpoint, and as many of its deliveries as the checkpoint has room for. */
    void add(PartitionProgress progress, List<Delivery> ofPartition) {
        List<Delivery> taken = new ArrayList<>(ofPartition);
        taken.sort(Delivery.BY_OFFSET);
        taken.forEach(TransactionBatch::markDone);
        PartitionCheckpoints.Written next = checkpoints.write(progress);
        while (next.checkpoint() == null && !taken.isEmpty()) {
            defer(taken);
            next = checkpoints.write(progress);
        }
        if (next.crowded()) {
            crowded.add(progress);
        }
        if (next.checkpoint() == null) {
            unwritten.add("The checkpoint of partition " + progress.partition()
                    + " does not fit into what the broker takes; raise offset.metadata.max.bytes there");
        } else {
            written.put(progress, next.checkpoint());
        }
        deliveries.addAll(taken);
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    /** The deliveries that must wait, because the checkpoint would not fit with them. */
    List<Delivery> deferred() {
        return deferred;
    }

    /** The checkpoints that cannot be written at all, in words. */
    List<String> unwritten() {
        return unwritten;
    }

    /** The partitions with so much done out of order that commands must be refused. */
    List<PartitionProgress> crowded() {
        return crowded;
    }

    Map<TopicPartition, OffsetAndMetadata> checkpoints() {
        Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
        written.forEach((progress, offset) -> all.put(progress.partition(), offset));
        return all;
    }

    /** The length of the batch's longest metadata, in chars. */
    int longestMetadata() {
        return written.values().stream()
                .mapToInt(checkpoint -> checkpoint.metadata().length())
                .max()
                .orElse(0);
    }

    /** Reports that the batch was committed. */
    void reportCommitted() {
        written.keySet().forEach(PartitionProgress::committed);
        deliveries.forEach(Delivery::committed);
    }

    /** Unmarks the offsets that were marked done, because the batch was not committed. */
    void unmark() {
        deliveries.forEach(TransactionBatch::unmarkDone);
    }

    /** Defers the later half of the deliveries: the earlier half raises the low-water mark. */
    private void defer(List<Delivery> taken) {
        List<Delivery> later = taken.subList(taken.size() / 2, taken.size());
        later.forEach(TransactionBatch::unmarkDone);
        deferred.addAll(later);
        later.clear();
    }

    private static void markDone(Delivery delivery) {
        delivery.progress().markDone(delivery.offset());
    }

    private static void unmarkDone(Delivery delivery) {
        delivery.progress().unmarkDone(delivery.offset());
    }
}
