package io.callport.kafka.publish;

import static java.util.stream.Collectors.groupingBy;

import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
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
 * Publishes the deliveries that are ready and commits the progress of each partition, in one transaction, and then starts
 * the requests that this transaction announced. One thread owns the publisher.
 */
public final class Publisher {
    private static final Duration HAND_OVER = Duration.ofSeconds(2);

    private final OwnedPartitions partitions;
    private final Outbox outbox;
    private final StateWriter state;
    private final Announcements announcements;
    private final Transactions transactions;
    private final LoopListener listener;
    private int turn;
    private boolean aborted;
    private boolean outcomeUnknown;

    /**
     * Makes a publisher of the deliveries in an outbox.
     *
     * @param partitions the partitions whose offsets and state are committed
     */
    public Publisher(
            OwnedPartitions partitions,
            Outbox outbox,
            StateWriter state,
            Announcements announcements,
            Transactions transactions,
            LoopListener listener) {
        this.partitions = partitions;
        this.outbox = outbox;
        this.state = state;
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
        return transactions.problems();
    }

    /** Whether something could be published or announced right now. */
    public boolean somethingToPublish() {
        return !outbox.isEmpty() || !announcements.isEmpty();
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
        } while (!outbox.isEmpty() && !outcomeUnknown && System.nanoTime() < until);
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
        TransactionBatch batch = assemble(outbox.take(), leaving);
        outbox.putBack(batch.deferred());
        if (batch.offsets().isEmpty()) {
            aborted = false;
        } else {
            commit(batch);
        }
    }

    private TransactionBatch assemble(List<Delivery> ready, Set<TopicPartition> leaving) {
        Map<PartitionProgress, List<Delivery>> byPartition = ready.stream().collect(groupingBy(Delivery::progress));
        TransactionBatch batch = new TransactionBatch(state, Outbox.MOST_RECORDS);
        List<PartitionProgress> inTurn = new ArrayList<>(partitions.all());
        Collections.rotate(inTurn, turn++);
        for (PartitionProgress progress : inTurn) {
            List<Delivery> deliveries = byPartition.getOrDefault(progress, List.of());
            TopicPartition partition = progress.partition();
            boolean leaves = leaving.contains(partition);
            if (!deliveries.isEmpty()
                    || progress.changed()
                    || leaves
                    || state.isDue(partition)
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
            listener.transactionAborted();
            return;
        }
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
