package io.callport.kafka.publish;

import static java.util.stream.Collectors.groupingBy;

import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.partition.PartitionState;
import io.callport.kafka.state.LoopListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Publishes the deliveries that are ready and commits the progress of each partition, in one transaction, and then
 * starts the requests that this transaction announced. One thread owns the publisher.
 */
public final class Publisher {
    private static final Duration HAND_OVER = Duration.ofSeconds(2);

    /** Blocked deliveries are retried so often: each retry may write a large result for another topic. */
    private static final Duration BLOCKED_RETRY_INTERVAL = Duration.ofMillis(250);

    private final OwnedPartitions partitions;
    private final Outbox outbox;
    private final DestinationHealth destinationHealth;
    private final DeliveryRouter router;
    private final StateWriter stateWriter;
    private final Announcements announcements;
    private final Transactions transactions;
    private final LoopListener listener;
    private int rotation;
    private boolean aborted;
    private boolean outcomeUnknown;
    private long blockedRetriedAt = System.nanoTime();

    /**
     * Makes a publisher of the deliveries in an outbox.
     *
     * @param partitions the partitions whose offsets and state are committed
     * @param destinationHealth the destinations that take no records
     */
    public Publisher(
            OwnedPartitions partitions,
            Outbox outbox,
            DestinationHealth destinationHealth,
            StateWriter stateWriter,
            Announcements announcements,
            Transactions transactions,
            LoopListener listener) {
        this.partitions = partitions;
        this.outbox = outbox;
        this.destinationHealth = destinationHealth;
        this.router = destinationHealth.router();
        this.stateWriter = stateWriter;
        this.announcements = announcements;
        this.transactions = transactions;
        this.listener = listener;
    }

    /** Whether the last transaction was aborted, so that the next one should not follow at once. */
    public boolean lastAborted() {
        return aborted;
    }

    /** The destinations that take no records, in words. */
    public List<String> problems() {
        return DestinationProblems.of(destinationHealth.obstacles(), outbox.blocked());
    }

    /** Whether something could be published or announced right now. */
    public boolean somethingToPublish() {
        return outbox.anyReady(this::stateWritable)
                || announcements.waitsAtAny(home -> {
                    PartitionProgress progress = partitions.progressOf(home);
                    return progress == null || stateWritable(progress);
                });
    }

    /** Whether the state of a partition can be written, without which nothing of the partition is committed. */
    private boolean stateWritable(PartitionProgress progress) {
        PartitionState state = stateWriter.stateOf(progress.partition());
        return state == null || destinationHealth.accepts(state.statePartition());
    }

    /** Commits one transaction with the deliveries that are ready, if there are any. */
    public void publish() {
        publish(Set.of());
    }

    /**
     * Publishes all ready deliveries of partitions that another instance is about to own, and their progress, for a
     * bounded time.
     */
    public void handOver(Set<TopicPartition> leaving) {
        long until = System.nanoTime() + HAND_OVER.toNanos();
        do {
            publish(leaving);
        } while (outbox.anyReady(this::stateWritable) && !outcomeUnknown && System.nanoTime() < until);
    }

    /**
     * Commits one transaction with the deliveries that are ready.
     *
     * @param leaving the partitions that another instance is about to own: their state is written as it is now
     */
    private void publish(Set<TopicPartition> leaving) {
        // After a failure, the ready deliveries may have been published or not.
        // An instance that never joined is not fenced.
        if (outcomeUnknown || !transactions.joined()) {
            return;
        }
        retryBlocked();
        TransactionBatch batch = assemble(outbox.drain(this::stateWritable, router::route), leaving);
        outbox.putBack(batch.deferred());
        if (batch.offsets().isEmpty()) {
            aborted = false;
        } else {
            commit(batch);
        }
    }

    private void retryBlocked() {
        destinationHealth.refresh(outbox.blocked().keySet());
        if (System.nanoTime() - blockedRetriedAt >= BLOCKED_RETRY_INTERVAL.toNanos()) {
            outbox.unblock(router::route);
            blockedRetriedAt = System.nanoTime();
        }
    }

    private TransactionBatch assemble(List<Delivery> ready, Set<TopicPartition> leaving) {
        Map<PartitionProgress, List<Delivery>> byPartition = ready.stream().collect(groupingBy(Delivery::progress));
        TransactionBatch batch = new TransactionBatch(stateWriter, Outbox.MAX_RECORDS);
        List<PartitionProgress> rotated = new ArrayList<>(
                partitions.all().stream().filter(this::stateWritable).toList());
        Collections.rotate(rotated, rotation++);
        for (PartitionProgress progress : rotated) {
            List<Delivery> deliveries = byPartition.getOrDefault(progress, List.of());
            TopicPartition partition = progress.partition();
            boolean leaves = leaving.contains(partition);
            if (!deliveries.isEmpty()
                    || progress.hasChanges()
                    || leaves
                    || stateWriter.isDue(partition)
                    || announcements.waitsAt(partition)) {
                batch.add(progress, deliveries, leaves);
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
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            outcome.failures().forEach((destination, failure) -> destinationHealth.failed(destination, failure, took));
            outcome.oversized().forEach(destinationHealth::oversized);
            listener.transactionAborted();
            return;
        }
        destinationHealth.delivered(
                batch.deliveries().stream().map(Delivery::publication).toList());
        batch.changes().stream()
                .filter(change -> !change.records().isEmpty())
                .forEach(change -> destinationHealth.accepted(change.statePartition()));
        batch.reportCommitted();
        announcements.startAnnounced(batch.offsets().keySet(), began);
        listener.transactionCommitted(batch.deliveries().size(), Duration.ofNanos(System.nanoTime() - began));
        batch.changes().forEach(this::report);
    }

    private void report(StateChange change) {
        if (!change.records().isEmpty()) {
            listener.stateWritten(
                    change.statePartition().topic(), change.records().size(), change.bytes());
        }
    }

    private TransactionOutcome send(TransactionBatch batch) {
        try {
            return transactions.commit(batch);
        } catch (KafkaException e) {
            batch.deliveries().forEach(Delivery::dropped);
            throw e;
        }
    }
}
