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
 * @param checkpoint the size of its checkpoint when it was last written
 */
public record PartitionSnapshot(
        String topic,
        int partition,
        Phase phase,
        long lag,
        long unread,
        int outstanding,
        int doneBeyond,
        CheckpointSize checkpoint) {
    /** Whether the commands of a partition are read and answered. */
    public enum Phase {
        /** The partition's commands are read and answered. */
        WORKING,
        /**
         * The partition's commands are answered, but no more are read: too many wait already, or the instance is about to
         * stop.
         */
        HELD,
        /** The partition is paused until its checkpoint is read. */
        TAKING_OVER,
        /** The partition is paused until an operator has followed the health page. */
        STOPPED
    }

    /**
     * The size of a checkpoint, in chars, of one byte each.
     *
     * @param total the whole checkpoint; the limit where it does not fit
     * @param done the part that says which records beyond the low-water mark are done; it is never reduced
     * @param limit the most that the broker takes
     */
    public record CheckpointSize(int total, int done, int limit) {
        /** The size of a checkpoint that was not written yet. */
        public static final CheckpointSize NONE = new CheckpointSize(0, 0, 0);
    }
}
