package io.callport.kafka.state;

/**
 * The state of a partition of a command topic that this instance owns.
 *
 * @param partition the partition's number in the topic
 * @param phase whether its commands are read and answered
 * @param lag the records that were read beyond its low-water mark, below which every command has its result
 * @param unread the records that were not read yet; -1 if their number is not known
 * @param outstanding the commands that were read and have no result yet
 * @param doneBeyond the records beyond the low-water mark that have their result
 * @param state the records that the state topic has of it
 */
public record PartitionSnapshot(
        String topic,
        int partition,
        Phase phase,
        long lag,
        long unread,
        int outstanding,
        int doneBeyond,
        StateSize state) {
    /** Whether the commands of a partition are read and answered. */
    public enum Phase {
        /** The partition's commands are read and answered. */
        WORKING,
        /**
         * The partition's commands are answered, but no more are read: too many wait already, or the instance is about to
         * stop.
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
