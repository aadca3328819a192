package io.callport.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.checkpoint.CheckpointReader;
import io.callport.kafka.partition.PartitionProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What goes into a transaction when much is done out of order. */
class TransactionBatchTest {
    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);
    private static final int BACKLOG = 300_000;
    private static final int LIMIT = 4_096;

    private final PartitionProgress progress = PartitionProgress.starting(PARTITION, 0);

    /** A backlog of which thousands of scattered commands wait, and the others are ready. */
    private List<Delivery> backlog(int waiting) {
        IntStream.range(0, BACKLOG).forEach(offset -> progress.markRead(offset, Optional.empty()));
        Random random = new Random(1);
        List<Integer> waits =
                random.ints(0, BACKLOG).distinct().limit(waiting).boxed().toList();
        List<Integer> ready =
                new ArrayList<>(IntStream.range(0, BACKLOG).boxed().toList());
        ready.removeAll(new java.util.HashSet<>(waits));
        return ready.stream().map(this::delivery).toList();
    }

    private Delivery delivery(int offset) {
        return PublishFixture.delivery(progress, offset);
    }

    private TransactionBatch batch(int limit, List<Delivery> deliveries) {
        TransactionBatch batch = new TransactionBatch(PublishFixture.checkpoints(limit));
        batch.add(progress, deliveries);
        return batch;
    }

    @Test
    void aBacklogThatFitsGoesOutWhole() {
        List<Delivery> ready = backlog(1_000);
        TransactionBatch batch = batch(LIMIT, ready);
        assertThat(batch.deliveries()).hasSameSizeAs(ready);
        assertThat(batch.deferred()).isEmpty();
        assertThat(batch.longestMetadata()).isLessThanOrEqualTo(LIMIT);
        assertThat(batch.crowded()).isEmpty();
    }

    @Test
    void whatCannotBeSaidWaitsAndThePartitionIsCrowded() {
        List<Delivery> ready = backlog(2_994);
        TransactionBatch batch = batch(LIMIT, ready);
        assertThat(batch.crowded()).containsExactly(progress);
        assertThat(batch.deliveries()).isNotEmpty();
        assertThat(batch.deliveries().size() + batch.deferred().size()).isEqualTo(ready.size());
        assertThat(batch.longestMetadata()).isBetween(1, LIMIT);

        batch.reportCommitted();
        assertThat(done(batch))
                .as("what is committed is what was sent, and nothing else")
                .isEqualTo(batch.deliveries().size() - (int) progress.lowWater());
    }

    private static int done(TransactionBatch batch) {
        OffsetAndMetadata checkpoint = batch.checkpoints().get(PARTITION);
        return CheckpointReader.read(checkpoint.metadata())
                .fold(ours -> ours.done().cardinality(), () -> -1, newer -> -1, damaged -> -1);
    }

    @Test
    void earlierOffsetsGoFirst() {
        TransactionBatch batch = batch(LIMIT, backlog(2_994));
        long last =
                batch.deliveries().stream().mapToLong(Delivery::offset).max().orElseThrow();
        assertThat(batch.deferred())
                .allSatisfy(left -> assertThat(left.offset()).isGreaterThan(last));
    }

    @Test
    void anAbortedBatchLeavesNothingDone() {
        TransactionBatch batch = batch(LIMIT, backlog(1_000));
        batch.unmark();
        assertThat(progress.lowWater()).isZero();
        assertThat(progress.done().isEmpty()).isTrue();
    }

    @Test
    void aLimitThatTakesNothingTakesNothing() {
        TransactionBatch batch = batch(10, List.of());
        assertThat(batch.checkpoints()).isEmpty();
        assertThat(batch.unwritten()).singleElement().asString().contains("offset.metadata.max.bytes");
        assertThat(batch.crowded()).as("nothing could be refused for it").isEmpty();
    }
}
