package io.callport.kafka.publish;

import static java.util.stream.Collectors.groupingBy;

import io.callport.kafka.dispatch.Dispatcher;
import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.state.LoopListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Publishes the deliveries that are ready and commits the progress of each partition, in one transaction, and then starts
 * the requests that this transaction announced. One thread owns the publisher.
 */
public final class Publisher {
    private static final Duration HAND_OVER = Duration.ofSeconds(2);

    /**
     * The divisor for the part of the outstanding commands that is refused at once where too much is done out of order.
     */
    private static final int SHED_DIVISOR = 8;

    private static final int MOST_SHED = 1_000;

    private final OwnedPartitions partitions;
    private final Outbox outbox;
    private final Dispatcher dispatcher;
    private final PartitionCheckpoints checkpoints;
    private final Announcements announcements;
    private final Transactions transactions;
    private final LoopListener listener;
    private List<String> unwritten = List.of();
    private boolean aborted;
    private boolean outcomeUnknown;

    /**
     * Makes a publisher of the deliveries in an outbox.
     *
     * @param partitions the partitions whose checkpoints are committed
     * @param dispatcher refuses commands where too much is done out of order
     */
    public Publisher(
            OwnedPartitions partitions,
            Outbox outbox,
            Dispatcher dispatcher,
            PartitionCheckpoints checkpoints,
            Announcements announcements,
            Transactions transactions,
            LoopListener listener) {
        this.partitions = partitions;
        this.outbox = outbox;
        this.dispatcher = dispatcher;
        this.checkpoints = checkpoints;
        this.announcements = announcements;
        this.transactions = transactions;
        this.listener = listener;
    }

    /** Whether the last transaction was aborted, so that the next one should not follow at once. */
    public boolean lastAborted() {
        return aborted;
    }

    /** The problems that keep results from being published, in words. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>(unwritten);
        problems.addAll(transactions.problems());
        return problems;
    }

    /** Whether something could be published or announced right now. */
    public boolean somethingToPublish() {
        return !outbox.isEmpty() || !announcements.isEmpty();
    }

    /** Commits one transaction with the deliveries that are ready, if there are any. */
    public void publish() {
        publish(checkpoints.due());
    }

    /**
     * Publishes all ready deliveries of partitions that another instance is about to own, and their progress, for a
     * bounded time.
     */
    public void handOver(Set<TopicPartition> leaving) {
        long until = System.nanoTime() + HAND_OVER.toNanos();
        do {
            publish(leaving);
        } while (!outbox.isEmpty() && !outcomeUnknown && System.nanoTime() < until);
    }

    /**
     * Commits one transaction with the deliveries that are ready.
     *
     * @param due the partitions whose checkpoint is written even if the checkpoint reports nothing new
     */
    private void publish(Set<TopicPartition> due) {
        // After a failure, the ready deliveries may have been published or not.
        // An instance that never joined is not fenced.
        if (outcomeUnknown || !transactions.joined()) {
            return;
        }
        TransactionBatch batch = assemble(outbox.take(), due);
        outbox.addAll(batch.deferred()); // behind those of other partitions
        unwritten = batch.unwritten();
        if (batch.checkpoints().isEmpty()) {
            aborted = false;
        } else {
            commit(batch);
        }
        if (!aborted) {
            batch.crowded().forEach(this::shed);
        }
    }

    private TransactionBatch assemble(List<Delivery> ready, Set<TopicPartition> due) {
        Map<PartitionProgress, List<Delivery>> byPartition = ready.stream().collect(groupingBy(Delivery::progress));
        TransactionBatch batch = new TransactionBatch(checkpoints);
        for (PartitionProgress progress : partitions.all()) {
            List<Delivery> deliveries = byPartition.getOrDefault(progress, List.of());
            TopicPartition partition = progress.partition();
            if (!deliveries.isEmpty()
                    || progress.changed()
                    || due.contains(partition)
                    || announcements.waitsAt(partition)) {
                batch.add(progress, deliveries);
            }
        }
        return batch;
    }

    private void commit(TransactionBatch batch) {
        long began = System.nanoTime();
        outcomeUnknown = true; // until the outcome is known
        TransactionOutcome outcome = send(batch);
        outcomeUnknown = false;
        aborted = !outcome.committed();
        if (aborted) {
            batch.unmark();
            outbox.putBack(outcome.unsent());
            listener.transactionAborted();
            return;
        }
        batch.reportCommitted();
        announcements.startAnnounced(batch.checkpoints().keySet(), began);
        listener.transactionCommitted(batch.deliveries().size(), Duration.ofNanos(System.nanoTime() - began));
    }

    private TransactionOutcome send(TransactionBatch batch) {
        try {
            return transactions.commit(batch.deliveries(), batch.checkpoints());
        } catch (KafkaException e) {
            if (KafkaFailures.metadataTooLarge(e)) {
                checkpoints.metadataRejected(batch.longestMetadata());
            }
            batch.deliveries().forEach(Delivery::dropped);
            throw e;
        }
    }

    /**
     * Results beyond the low-water mark take room in the checkpoint: refusing the commands that hold the mark back raises
     * the mark. These refusals go before all other results.
     */
    private void shed(PartitionProgress progress) {
        int count = Math.min(MOST_SHED, 1 + progress.outstanding() / SHED_DIVISOR);
        int refused = dispatcher.shed(progress, count);
        outbox.expectUrgent();
        if (refused > 0) { // what is outstanding may have its result already, on its way to Kafka
            listener.commandsShed(progress.partition().topic(), refused);
        }
    }
}
