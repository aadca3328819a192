package io.callport.kafka.checkpoint;

import java.util.BitSet;

/**
 * The state that is committed with a partition's offset, the low-water mark: every command below it has its result.
 * Immutable: the set is copied on the way in and on the way out.
 *
 * @param partitions the number of the command topic's partitions: 1 or more
 * @param done the offsets beyond the low-water mark that have their result too, relative to the mark: bit 5 is the
 *     low-water mark + 5. Bit 0 is always clear
 * @param spent the slots that the accounts of this partition have spent of their budgets
 */
public record Checkpoint(int partitions, BitSet done, SpentSlots spent) {
    /** @throws IllegalArgumentException if the partition count is below 1, or bit 0 is set */
    public Checkpoint {
        if (partitions < 1) {
            throw new IllegalArgumentException("checkpoint: must have 1 partition or more, but has " + partitions);
        }
        if (done.get(0)) {
            throw new IllegalArgumentException("checkpoint: bit 0 is the low-water mark, which is never done itself");
        }
        done = (BitSet) done.clone();
    }

    /** A copy of the offsets that are done, relative to the low-water mark. */
    @Override
    public BitSet done() {
        return (BitSet) done.clone();
    }
}
