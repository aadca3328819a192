package io.callport.kafka.partition;

import io.callport.kafka.changelog.DoneChunk;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * The progress of one assignment of a partition: the records that were read and have no result yet. The low-water mark
 * is the offset below which every command has its result; offsets have gaps, so the mark moves over the gaps with the
 * position.
 *
 * <p>A partition that is assigned again gets a new progress, so that a delivery of an old assignment can be recognised.
 * The cost of a record does not depend on the number of outstanding records. Not thread-safe.
 */
public final class PartitionProgress {
    /** Shifting fewer bits than that out of the way would cost more than it saves. */
    private static final int MIN_SHIFT = 4_096;

    private final TopicPartition partition;
    private final BitSet doneBefore;
    private final long doneBase;
    private final TreeMap<Long, Optional<Integer>> epochs = new TreeMap<>();
    private BitSet outstanding = new BitSet();
    private long base;
    private long position;
    private long committed;
    private boolean changed;

    private PartitionProgress(TopicPartition partition, long lowWater, BitSet done) {
        this.partition = partition;
        this.doneBefore = done;
        this.doneBase = lowWater;
        this.base = lowWater;
        this.position = lowWater;
        this.committed = lowWater;
    }

    /** The progress of a partition whose committed offset has no marker yet: it is to be committed as it is. */
    public static PartitionProgress starting(TopicPartition partition, long first) {
        PartitionProgress progress = new PartitionProgress(partition, first, new BitSet());
        progress.changed = true;
        return progress;
    }

    /**
     * The progress of a partition that an instance has worked on before.
     *
     * @param lowWater the offset below which every record is done
     * @param done the offsets that are done from the low-water mark on, relative to the mark
     */
    public static PartitionProgress resuming(TopicPartition partition, long lowWater, BitSet done) {
        return new PartitionProgress(partition, lowWater, (BitSet) done.clone());
    }

    public TopicPartition partition() {
        return partition;
    }

    /**
     * Whether a record was read before, in this assignment or by an earlier owner of the partition: then the log has
     * changed.
     */
    public boolean goesBack(long offset) {
        return offset < position;
    }

    /** Notes that a record was read; false if the record is known already: it was read before, or has its result. */
    public boolean markRead(long offset, Optional<Integer> epoch) {
        if (offset < position) {
            return false;
        }
        moveTo(offset + 1, epoch);
        if (wasDone(offset)) {
            return false;
        }
        if (outstanding.isEmpty()) {
            base = offset;
        }
        outstanding.set(bit(offset));
        return true;
    }

    /** Notes that every offset below an offset was read, gaps included. */
    public void markReadUpTo(long offset, Optional<Integer> epoch) {
        if (offset > position) {
            moveTo(offset, epoch);
        }
    }

    /** Marks a record done: its result is in the transaction that is about to be committed. */
    public void markDone(long offset) {
        outstanding.clear(bit(offset));
        changed = true;
    }

    /** Takes the done mark of a record back: its transaction was not committed. */
    public void unmarkDone(long offset) {
        outstanding.set(bit(offset));
    }

    /** Notes that the offsets that were marked done are committed. */
    public void committed() {
        changed = false;
        long lowWater = lowWater();
        committed = lowWater;
        Long epoch = epochs.floorKey(lowWater);
        if (epoch != null) {
            epochs.headMap(epoch).clear();
        }
        if (outstanding.isEmpty()) {
            outstanding = new BitSet();
            base = lowWater; // it may be farther away than bits can say
            return;
        }
        int shift = bit(lowWater);
        if (shift >= MIN_SHIFT && shift >= outstanding.length() / 2) {
            outstanding = outstanding.get(shift, Math.max(shift, outstanding.length()));
            base = lowWater;
        }
    }

    /** Whether there is progress to commit. */
    public boolean hasChanges() {
        return changed || lowWater() != committed;
    }

    /** The offset below which every record has its result. This offset may be unread, but done before. */
    public long lowWater() {
        int first = outstanding.nextSetBit(0);
        if (first >= 0) {
            return base + first;
        }
        long read = position - doneBase;
        return read < doneBefore.length() ? doneBase + doneBefore.nextClearBit((int) read) : position;
    }

    /** The offset behind the last record that was read. */
    public long position() {
        return position;
    }

    /** The leader epoch of the low-water mark, if the epoch is known. */
    public Optional<Integer> epoch() {
        Map.Entry<Long, Optional<Integer>> entry = epochs.floorEntry(lowWater());
        return entry == null ? Optional.empty() : entry.getValue();
    }

    /** The records beyond the low-water mark that have their results, relative to the mark. */
    public BitSet done() {
        long lowWater = lowWater();
        BitSet done = new BitSet();
        if (!outstanding.isEmpty()) {
            int length = Math.toIntExact(lag());
            done = outstanding.get(bit(lowWater), bit(lowWater) + length);
            done.flip(0, length);
        }
        int unread = beforeBit(Math.max(position, lowWater));
        for (int bit = doneBefore.nextSetBit(unread); bit >= 0; bit = doneBefore.nextSetBit(bit + 1)) {
            done.set(Math.toIntExact(doneBase + bit - lowWater));
        }
        return done;
    }

    /** The records of one chunk that have their results, from the low-water mark on, relative to the chunk. */
    public BitSet doneIn(long chunk) {
        long first = chunk * DoneChunk.SIZE;
        long from = Math.max(first, lowWater());
        long read = Math.min(first + DoneChunk.SIZE, position);
        BitSet done = new BitSet();
        if (from < read) {
            done.set((int) (from - first), (int) (read - first));
            int bit = outstanding.nextSetBit(bit(from));
            while (bit >= 0 && base + bit < read) {
                done.clear((int) (base + bit - first));
                bit = outstanding.nextSetBit(bit + 1);
            }
        }
        for (long offset = Math.max(from, position); offset < first + DoneChunk.SIZE; offset++) {
            done.set((int) (offset - first), wasDone(offset));
        }
        return done;
    }

    /** The number of offsets that were read beyond the low-water mark. */
    public long lag() {
        return Math.max(0, position - lowWater());
    }

    /** The number of records that have no result yet. */
    public int outstanding() {
        return outstanding.cardinality();
    }

    /** Moves the position, and records the leader epoch that is valid from there. */
    private void moveTo(long next, Optional<Integer> epoch) {
        position = next;
        Map.Entry<Long, Optional<Integer>> last = epochs.lastEntry();
        if (last == null || !last.getValue().equals(epoch)) {
            epochs.put(next, epoch);
        }
    }

    private boolean wasDone(long offset) {
        return doneBefore.get(beforeBit(offset));
    }

    private int beforeBit(long offset) {
        return (int) Math.min(Integer.MAX_VALUE - 1, offset - doneBase);
    }

    private int bit(long offset) {
        return Math.toIntExact(offset - base);
    }
}
