package io.callport.kafka.publish;

import io.callport.kafka.checkpoint.CheckpointWriter;
import io.callport.kafka.checkpoint.EncodedDoneSet;
import io.callport.kafka.checkpoint.SpentSlots;
import io.callport.kafka.dispatch.Dispatcher;
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

/** Writes the checkpoints of partitions, and counts the slots that a checkpoint reports as spent. One thread owns it. */
public final class PartitionCheckpoints {
    /**
     * From three quarters of the limit on, commands are refused, so that the done offsets never get too long to be
     * written.
     */
    private static final double CROWDED = 0.75;

    /** A range of more offsets, however well the offsets can be written, would be of no use to an operator. */
    private static final long MOST_RANGE = 1L << 24;

    /** Slots are committed again as they age, so that after a crash no command waits much longer than necessary. */
    private static final Duration REFRESH = Duration.ofSeconds(5);

    private final CheckpointWriter writer;
    private final MetadataLimit metadataLimit;
    private final int limit;
    private final AccountHomes homes;
    private final SpendingAccounts spending;
    private final Dispatcher dispatcher;
    private final Map<TopicPartition, CheckpointSize> sizes = new HashMap<>();
    private long refreshed = System.nanoTime();

    /** Makes checkpoints of a version, with metadata of at most the present limit. */
    public PartitionCheckpoints(
            int version,
            MetadataLimit metadataLimit,
            AccountHomes homes,
            SpendingAccounts spending,
            Dispatcher dispatcher) {
        this.metadataLimit = metadataLimit;
        this.limit = metadataLimit.chars();
        this.writer = CheckpointWriter.ofVersion(version, limit);
        this.homes = homes;
        this.spending = spending;
        this.dispatcher = dispatcher;
    }

    /**
     * The checkpoint of a partition as it is now.
     *
     * @param checkpoint the offset and metadata to commit; {@code null} if the done offsets do not fit
     * @param crowded whether so much is done beyond the low-water mark that the mark must be raised
     */
    record Written(@Nullable OffsetAndMetadata checkpoint, boolean crowded) {}

    /** The partitions whose slots have aged since the last commit. */
    Set<TopicPartition> due() {
        if (System.nanoTime() - refreshed < REFRESH.toNanos()) {
            return Set.of();
        }
        refreshed = System.nanoTime();
        return spending.homes();
    }

    /** Counts the slots that the accounts of a home spent on another instance. */
    public void restore(TopicPartition home, SpentSlots spent) {
        homes.limitedAt(home).forEach((account, budget) -> {
            List<SpentSlot> slots = spent.of(account, budget);
            dispatcher.restore(account, slots);
            if (!slots.isEmpty()) {
                spending.add(home, account);
            }
        });
    }

    /** Forgets partitions whose accounts other instances count now. */
    public void forget(Collection<TopicPartition> gone) {
        gone.forEach(spending::forget);
        gone.forEach(sizes::remove);
    }

    /** The size of a partition's checkpoint when the checkpoint was last written. */
    public CheckpointSize sizeOf(TopicPartition partition) {
        return sizes.getOrDefault(partition, CheckpointSize.NONE);
    }

    /** Records that a commit was refused for the length of its metadata. */
    void metadataRejected(int length) {
        metadataLimit.rejected(length);
    }

    /** Writes the checkpoint of a partition as it is now, and remembers its size. */
    Written write(PartitionProgress progress) {
        TopicPartition partition = progress.partition();
        EncodedDoneSet done = writer.encode(progress.done());
        SpentSlots spent = spending.at(partition, dispatcher::spent);
        String text = writer.write(homes.partitionCount(partition.topic()), done, spent);
        sizes.put(partition, new CheckpointSize(text == null ? limit : text.length(), done.size(), limit));
        boolean crowded =
                progress.outstanding() > 0 && (done.size() > CROWDED * limit || progress.range() > MOST_RANGE);
        OffsetAndMetadata checkpoint =
                text == null ? null : new OffsetAndMetadata(progress.lowWater(), progress.epoch(), text);
        return new Written(checkpoint, crowded);
    }
}
