package io.callport.kafka.publish;

import io.callport.kafka.checkpoint.CheckpointWriter;
import io.callport.kafka.checkpoint.EncodedDoneSet;
import io.callport.kafka.checkpoint.SpentSlots;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.partition.SpendingAccounts;
import io.callport.kafka.state.PartitionSnapshot.CheckpointSize;
import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What is committed with a partition's low-water mark: writes it, and counts what it says was spent. One thread owns it. */
public final class PartitionCheckpoints {
    /** From three quarters of the limit on, commands are refused, so that what is done never gets too long to be said. */
    private static final double CROWDED = 0.75;

    /** Beyond that many offsets, however well they can be said, nobody would know what to do with them. */
    private static final long MOST_RANGE = 1L << 24;

    /** Slots are committed again as they age, so that after a crash nobody waits much longer than he must. */
    private static final Duration REFRESH = Duration.ofSeconds(5);

    private final CheckpointWriter writer;
    private final int limit;
    private final AccountHomes homes;
    private final SpendingAccounts spending;
    private final Work work;
    private final Map<TopicPartition, CheckpointSize> sizes = new HashMap<>();
    private long refreshed = System.nanoTime();

    /** Checkpoints of a version, with metadata of at most that many chars. */
    public PartitionCheckpoints(int version, int limit, AccountHomes homes, SpendingAccounts spending, Work work) {
        this.writer = CheckpointWriter.ofVersion(version, limit);
        this.limit = limit;
        this.homes = homes;
        this.spending = spending;
        this.work = work;
    }

    /**
     * A partition's checkpoint, as of now.
     *
     * @param checkpoint what to commit; {@code null} if what is done does not fit
     * @param crowded whether so much is done beyond the low-water mark that it must be raised
     */
    record Written(@Nullable OffsetAndMetadata checkpoint, boolean crowded) {}

    /** The partitions whose slots have aged since they were committed last. */
    Set<TopicPartition> due() {
        if (System.nanoTime() - refreshed < REFRESH.toNanos()) {
            return Set.of();
        }
        refreshed = System.nanoTime();
        return spending.homes();
    }

    /** Counts what was spent elsewhere. */
    public void restore(TopicPartition home, SpentSlots spent) {
        homes.limitedAt(home).forEach((account, budget) -> {
            List<SpentSlot> slots = spent.of(account, budget);
            work.restore(account, slots);
            if (!slots.isEmpty()) {
                spending.add(home, account);
            }
        });
    }

    /** Others count them now. */
    public void forget(Collection<TopicPartition> gone) {
        gone.forEach(spending::forget);
        gone.forEach(sizes::remove);
    }

    /** How long a partition's checkpoint was when it was last written. */
    public CheckpointSize sizeOf(TopicPartition partition) {
        return sizes.getOrDefault(partition, CheckpointSize.NONE);
    }

    Written of(PartitionProgress progress) {
        TopicPartition partition = progress.partition();
        EncodedDoneSet done = writer.encode(progress.done());
        SpentSlots spent = spending.at(partition, work::spent);
        String text = writer.write(homes.partitions(partition.topic()), done, spent);
        sizes.put(partition, new CheckpointSize(text == null ? limit : text.length(), done.size(), limit));
        boolean crowded =
                progress.outstanding() > 0 && (done.size() > CROWDED * limit || progress.range() > MOST_RANGE);
        OffsetAndMetadata checkpoint =
                text == null ? null : new OffsetAndMetadata(progress.lowWater(), progress.epoch(), text);
        return new Written(checkpoint, crowded);
    }
}
