package io.callport.kafka.state;

/**
 * A partition of a command topic that is this instance's.
 *
 * @param partition its number in the topic
 * @param phase what is done with it
 * @param lag records from its low-water mark, below which every command has its result, to where it was read
 * @param unread records beyond that which were not read yet; -1 if that is not known
 * @param outstanding commands that were read and have no result yet
 * @param doneBeyond records beyond the low-water mark that have their result
 * @param checkpoint how long its checkpoint was when it was last written
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
    /** What is done with a partition. */
    public enum Phase {
        /** It is read, and its commands are answered. */
        WORKING,
        /** Its commands are answered, but no more are read: so much waits already, or the instance is about to stop. */
        HELD,
        /** It is paused, because its checkpoint is not read yet. */
        TAKING_OVER,
        /** It is paused until someone has done what the health page says. */
        STOPPED
    }

    /**
     * The size of a checkpoint, in chars, each of which takes a byte.
     *
     * @param total all of it; as much as the limit where it does not fit
     * @param done the part that says what is done beyond the low-water mark, which is never reduced
     * @param limit what the broker takes
     */
    public record CheckpointSize(int total, int done, int limit) {
        /** Of a checkpoint that was not written yet. */
        public static final CheckpointSize NONE = new CheckpointSize(0, 0, 0);
    }
}
