package io.callport.kafka.state;

import java.time.Duration;

/**
 * The state of a partition of a command topic that this instance owns.
 *
 * @param partition the partition's number in the topic
 * @param phase whether its commands are read and answered
 * @param lag the records that were read beyond its low-water mark, below which every command has its result
 * @param unread the records that were not read yet, up to the high-water mark; -1 if their number is not known
 * @param outstanding the commands that were read and have no result yet
 * @param doneBeyond the records beyond the low-water mark that have their result
 * @param state the records that the state topic has of it
 * @param heldBack the records that the open transaction of a publisher holds back
 */
public record PartitionSnapshot(
        String topic,
        int partition,
        Phase phase,
        long lag,
        long unread,
        int outstanding,
        int doneBeyond,
        StateSize state,
        HeldBack heldBack) {
    /** A snapshot of a partition of which nothing is held back. */
    public PartitionSnapshot(
            String topic,
            int partition,
            Phase phase,
            long lag,
            long unread,
            int outstanding,
            int doneBeyond,
            StateSize state) {
        this(topic, partition, phase, lag, unread, outstanding, doneBeyond, state, HeldBack.NONE);
    }

    /** A copy with what is held back: these records are not read yet, though the consumer does not see them. */
    public PartitionSnapshot with(HeldBack held) {
        long all = unread < 0 ? unread : unread + held.records();
        return new PartitionSnapshot(topic, partition, phase, lag, all, outstanding, doneBeyond, state, held);
    }

    /**
     * The records behind the last stable offset, which no reader of committed records gets before a transaction ends.
     *
     * @param records the number of offsets from there to the high-water mark
     * @param lasts the time since that offset was first seen
     */
    public record HeldBack(long records, Duration lasts) {
        /** Nothing is held back. */
        public static final HeldBack NONE = new HeldBack(0, Duration.ZERO);
    }

    /** Whether the commands of a partition are read and answered. */
    public enum Phase {
        /** The partition's commands are read and answered. */
        WORKING,
        /**
         * The partition's commands are answered, but no more are read: too many wait already, or the instance is about
         * to stop.
         */
        HELD,
        /** The partition is paused until its state is read. */
        TAKING_OVER,
        /** The partition is paused until an operator has followed the health page. */
        STOPPED
    }

    /**
     * The records that the state topic has of a partition.
     *
     * @param accounts the accounts with slots that are not free, or were not when the record was written
     * @param chunks the chunks of offsets beyond the low-water mark that are done
     * @param unread the offsets of the state topic that are still to be read before the partition can begin
     */
    public record StateSize(int accounts, int chunks, long unread) {
        /** The size before the partition has begun to be read. */
        public static final StateSize NONE = new StateSize(0, 0, 0);
    }
}
