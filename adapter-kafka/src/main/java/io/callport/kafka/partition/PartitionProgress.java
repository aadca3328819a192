package io.callport.kafka.partition;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far one assignment of a partition has come: which records were read and have no result yet. The low-water mark is the
 * offset below which every command has its result; offsets have gaps, so it moves over them with the position.
 *
 * <p>A partition that is assigned again gets a new one, so that what belongs to an old assignment can be recognised. What a record
 * costs does not depend on how many are outstanding. Not thread-safe.
 */
public final class PartitionProgress {
    /** Shifting fewer bits than that out of the way would cost more than it saves. */
    private static final int LEAST_SHIFT = 4_096;

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

    /** A partition for which the group has committed nothing: its first checkpoint is yet to be written. */
    public static PartitionProgress starting(TopicPartition partition, long first) {
        PartitionProgress progress = new PartitionProgress(partition, first, new BitSet());
        progress.changed = true;
        return progress;
    }

    /**
     * A partition that someone has worked on before.
     *
     * @param lowWater the offset below which all is done
     * @param done what is done from there on, relative to it
     */
    public static PartitionProgress resuming(TopicPartition partition, long lowWater, BitSet done) {
        return new PartitionProgress(partition, lowWater, (BitSet) done.clone());
    }

    public TopicPartition partition() {
        return partition;
    }

    /** Whether a record was read before, in this assignment or by an earlier owner of the partition: then the log has changed. */
    public boolean goesBack(long offset) {
        return offset < position;
    }

    /** Takes note of a record that was read; false if it is known already, because it was read before or has its result. */
    public boolean read(long offset, Optional<Integer> epoch) {
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

    /** Takes note that everything below an offset was read, gaps included. */
    public void readUpTo(long offset, Optional<Integer> epoch) {
        if (offset > position) {
            moveTo(offset, epoch);
        }
    }

    /** Marks a record done: its result is in the transaction that is about to be committed. */
    public void markDone(long offset) {
        outstanding.clear(bit(offset));
        changed = true;
    }

    /** Takes the mark back: that transaction was not committed. */
    public void unmarkDone(long offset) {
        outstanding.set(bit(offset));
    }

    /** What was marked done is committed. */
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
        if (shift >= LEAST_SHIFT && shift >= outstanding.length() / 2) {
            outstanding = outstanding.get(shift, Math.max(shift, outstanding.length()));
            base = lowWater;
        }
    }

    /** Whether there is anything to commit. */
    public boolean changed() {
        return changed || lowWater() != committed;
    }

    /** Asks for a commit for something that this class does not know of. */
    public void change() {
        changed = true;
    }

    /** The offset below which every record has its result. It may be one that is not read yet, but was done before. */
    public long lowWater() {
        int first = outstanding.nextSetBit(0);
        if (first >= 0) {
            return base + first;
        }
        long read = position - doneBase;
        return read < doneBefore.length() ? doneBase + doneBefore.nextClearBit((int) read) : position;
    }

    /** The leader epoch of the low-water mark, if it is known. */
    public Optional<Integer> epoch() {
        Map.Entry<Long, Optional<Integer>> entry = epochs.floorEntry(lowWater());
        return entry == null ? Optional.empty() : entry.getValue();
    }

    /** The records beyond the low-water mark that have their results, relative to it. */
    public BitSet done() {
        long lowWater = lowWater();
        BitSet done = new BitSet();
        if (!outstanding.isEmpty()) {
            int length = Math.toIntExact(range());
            done = outstanding.get(bit(lowWater), bit(lowWater) + length);
            done.flip(0, length);
        }
        int unread = beforeBit(Math.max(position, lowWater));
        for (int bit = doneBefore.nextSetBit(unread); bit >= 0; bit = doneBefore.nextSetBit(bit + 1)) {
            done.set(Math.toIntExact(doneBase + bit - lowWater));
        }
        return done;
    }

    /** How far it has read beyond its low-water mark. */
    public long range() {
        return Math.max(0, position - lowWater());
    }

    /** How many records have no result yet. */
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
