package io.callport.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.changelog.DoneChunk;
import io.callport.kafka.changelog.OffsetMarker;
import io.callport.kafka.changelog.StateContents;
import io.callport.kafka.changelog.StateRecord;
import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The content of a transaction when many commands end out of order. */
class TransactionBatchTest {
    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);
    private static final int BACKLOG = 300_000;
    private static final int ROOM = 5_000;

    private final PartitionProgress progress = PartitionProgress.resuming(PARTITION, 0, new BitSet());
    private final StateWriter stateWriter =
            PublishFixture.stateWriter(PublishFixture.dispatcher(new OwnedPartitions()), progress);
    private final StateContents topic = new StateContents();
    private long written;

    /** A backlog of which thousands of scattered commands wait; returns the offsets that are ready. */
    private List<Integer> backlog(int waiting) {
        IntStream.range(0, BACKLOG).forEach(offset -> progress.markRead(offset, Optional.empty()));
        Set<Integer> waits = new HashSet<>(
                new Random(1).ints(0, BACKLOG).distinct().limit(waiting).boxed().toList());
        return IntStream.range(0, BACKLOG)
                .filter(offset -> !waits.contains(offset))
                .boxed()
                .toList();
    }

    private TransactionBatch batch(List<Integer> offsets) {
        TransactionBatch batch = new TransactionBatch(stateWriter, ROOM);
        batch.add(
                progress,
                offsets.stream()
                        .map(offset -> PublishFixture.delivery(progress, offset))
                        .toList(),
                false);
        return batch;
    }

    private void commit(TransactionBatch batch) {
        for (StateChange change : batch.changes()) {
            for (StateRecord record : change.records()) {
                topic.add(written, record.key(), record.value());
                change.sent(written++);
            }
        }
        batch.reportCommitted();
    }

    private static int records(TransactionBatch batch) {
        return batch.deliveries().size()
                + batch.changes().stream()
                        .mapToInt(change -> change.records().size())
                        .sum();
    }

    @Test
    void aScatteredBacklogGoesOutInTransactionsThatHoldNoMoreThanTheyMay() {
        List<Integer> left = new ArrayList<>(backlog(2_994));
        Set<Long> sent = new HashSet<>();
        while (!left.isEmpty()) {
            TransactionBatch batch = batch(left.subList(0, Math.min(ROOM, left.size())));
            assertThat(batch.deliveries()).isNotEmpty();
            assertThat(records(batch)).isLessThanOrEqualTo(ROOM);
            commit(batch);
            batch.deliveries().forEach(delivery -> sent.add(delivery.offset()));
            left.removeIf(offset -> sent.contains((long) offset));
        }
        assertThat(sent).hasSize(BACKLOG - 2_994);
        assertThat(doneBeyond(progress.lowWater()))
                .isEqualTo(sent.stream()
                        .filter(offset -> offset > progress.lowWater())
                        .count());
    }

    /** The offsets beyond the mark that the state topic has as done. */
    private long doneBeyond(long lowWater) {
        return topic.chunks().entrySet().stream()
                .mapToLong(chunk -> chunk.getValue().stream()
                        .filter(bit -> chunk.getKey() * DoneChunk.SIZE + bit > lowWater)
                        .count())
                .sum();
    }

    @Test
    void whatIsDoneInOrderNeedsNoStateRecord() {
        IntStream.range(0, 10).forEach(offset -> progress.markRead(offset, Optional.empty()));
        TransactionBatch batch = batch(List.of(0, 1, 2));
        assertThat(batch.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.records()).isEmpty());
        assertThat(offset(batch).offset()).isEqualTo(3);
    }

    @Test
    void aChunkBelowTheLowWaterMarkIsRemoved() {
        IntStream.range(0, 3 * DoneChunk.SIZE).forEach(offset -> progress.markRead(offset, Optional.empty()));
        commit(batch(IntStream.range(1, ROOM / 2).boxed().toList()));
        assertThat(topic.chunks().keySet()).containsExactly(0L);
        commit(batch(List.of(0)));
        int next = (int) progress.lowWater();
        commit(batch(IntStream.range(next, next + 4_000).boxed().toList()));
        next = (int) progress.lowWater();
        commit(batch(IntStream.range(next, next + 4_000).boxed().toList()));
        assertThat(progress.lowWater()).isGreaterThan(DoneChunk.SIZE);
        assertThat(topic.chunks()).isEmpty();
    }

    @Test
    void theOffsetIsCommittedWithTheMarkerOfTheLastRecordThatIsKnownToBeCommitted() {
        IntStream.range(0, 10).forEach(offset -> progress.markRead(offset, Optional.empty()));
        TransactionBatch first = batch(List.of(5));
        assertThat(offset(first).metadata()).isEqualTo(new OffsetMarker("id", "state-id", 1, -1).text());
        written = 40;
        commit(first);
        assertThat(offset(batch(List.of(6))).metadata()).isEqualTo(new OffsetMarker("id", "state-id", 1, 40).text());
    }

    @Test
    void earlierOffsetsGoFirst() {
        List<Integer> every100th =
                IntStream.range(0, BACKLOG / 100).map(i -> 100 * i).boxed().toList();
        IntStream.range(0, BACKLOG).forEach(offset -> progress.markRead(offset, Optional.empty()));
        TransactionBatch batch = new TransactionBatch(stateWriter, 1_000);
        batch.add(
                progress,
                every100th.stream()
                        .map(offset -> PublishFixture.delivery(progress, offset))
                        .toList(),
                false);
        long last =
                batch.deliveries().stream().mapToLong(Delivery::offset).max().orElseThrow();
        assertThat(batch.deferred())
                .isNotEmpty()
                .allSatisfy(left -> assertThat(left.offset()).isGreaterThan(last));
    }

    @Test
    void anAbortedBatchLeavesNothingDone() {
        TransactionBatch batch = batch(backlog(1_000).subList(0, 4_000));
        batch.unmark();
        assertThat(progress.lowWater()).isZero();
        assertThat(progress.done().isEmpty()).isTrue();
    }

    private static OffsetAndMetadata offset(TransactionBatch batch) {
        OffsetAndMetadata offset = batch.offsets().get(PARTITION);
        assertThat(offset).isNotNull();
        return offset;
    }
}
