package io.callport.kafka.publish;

import static java.util.stream.Collectors.groupingBy;

import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.state.LoopListener;
import io.callport.switchboard.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Publishes what is ready and commits how far it is, in one transaction, and then starts the requests that it has announced.
 * One thread owns it.
 */
public final class Publisher {
    private static final Duration HAND_OVER = Duration.ofSeconds(2);

    /** That part of what is outstanding is refused at once where too much is done out of order. */
    private static final int SHED_DIVISOR = 8;

    private static final int MOST_SHED = 1_000;

    private final Work work;
    private final PartitionCheckpoints checkpoints;
    private final Announcements announcements;
    private final Transactions transactions;
    private final LoopListener listener;
    private List<String> unsaid = List.of();
    private boolean aborted;
    private boolean failed;

    /** A publisher of what that work makes. */
    public Publisher(
            Work work,
            PartitionCheckpoints checkpoints,
            Announcements announcements,
            Transactions transactions,
            LoopListener listener) {
        this.work = work;
        this.checkpoints = checkpoints;
        this.announcements = announcements;
        this.transactions = transactions;
        this.listener = listener;
    }

    /** Whether the last transaction was aborted, so that the next one should not follow at once. */
    public boolean aborted() {
        return aborted;
    }

    /** What keeps results from being published, in words. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>(unsaid);
        problems.addAll(transactions.problems());
        return problems;
    }

    /** Whether something could be published or announced right now. */
    public boolean somethingToPublish() {
        return !work.outbox().isEmpty() || !announcements.isEmpty();
    }

    /** One transaction with what is ready; nothing if nothing is. */
    public void publish() {
        publish(checkpoints.due());
    }

    /** All that is ready of partitions that are about to be someone else's, for a bounded time, and how far they are. */
    public void handOver(Set<TopicPartition> partitions) {
        long until = System.nanoTime() + HAND_OVER.toNanos();
        do {
            publish(partitions);
        } while (!work.outbox().isEmpty() && !failed && System.nanoTime() < until);
    }

    /**
     * One transaction with what is ready.
     *
     * @param due partitions whose checkpoint is written whether or not it says anything new
     */
    private void publish(Set<TopicPartition> due) {
        // After a failure, what was ready may have been published or not. One that never joined is not fenced.
        if (failed || !transactions.joined()) {
            return;
        }
        TransactionBatch batch = assemble(work.outbox().take(), due);
        work.outbox().add(batch.left(), false); // behind those of other partitions
        unsaid = batch.unsaid();
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
        for (PartitionProgress progress : work.partitions().all()) {
            List<Delivery> deliveries = byPartition.getOrDefault(progress, List.of());
            TopicPartition partition = progress.partition();
            if (!deliveries.isEmpty() || progress.changed() || due.contains(partition) || announcements.at(partition)) {
                batch.add(progress, deliveries);
            }
        }
        return batch;
    }

    private void commit(TransactionBatch batch) {
        long began = System.nanoTime();
        failed = true; // until the outcome is known
        aborted = !committed(batch);
        failed = false;
        if (aborted) {
            batch.aborted();
            work.outbox().putBack(batch.deliveries());
            listener.transactionAborted();
            return;
        }
        batch.committed();
        for (Request announced : announcements.take(batch.checkpoints().keySet())) {
            work.start(announced, began + work.startDelay().toNanos());
        }
        listener.transactionCommitted(batch.deliveries().size(), Duration.ofNanos(System.nanoTime() - began));
    }

    private boolean committed(TransactionBatch batch) {
        try {
            return transactions.commit(batch.deliveries(), batch.checkpoints());
        } catch (KafkaException e) {
            if (KafkaFailures.metadataTooLarge(e)) {
                work.metadataLimit().refused(batch.longestMetadata());
            }
            batch.deliveries().forEach(delivery -> delivery.ending().dropped());
            throw e;
        }
    }

    /** Results beyond the low-water mark take room in the checkpoint: refusing what holds it back raises it. */
    private void shed(PartitionProgress progress) {
        int count = Math.min(MOST_SHED, 1 + progress.outstanding() / SHED_DIVISOR);
        int refused = work.shed(progress, count);
        if (refused > 0) { // what is outstanding may have its result already, on its way to Kafka
            listener.commandsShed(progress.partition().topic(), refused);
        }
    }
}
