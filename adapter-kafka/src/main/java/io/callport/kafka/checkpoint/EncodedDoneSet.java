package io.callport.kafka.checkpoint;

/** The offsets that are done, encoded once: to ask how much room they take, and to write them. Immutable. */
public final class EncodedDoneSet {
    private final int version;
    private final byte[] bytes;
    private final int size;

    EncodedDoneSet(int version, byte[] bytes, int size) {
        this.version = version;
        this.bytes = bytes;
        this.size = size;
    }

    /**
     * The least number of chars of a checkpoint with these offsets, whatever is spent. If that is within the limit, the
     * checkpoint can be written. {@link Integer#MAX_VALUE} if the offsets span more than 134,217,728 offsets, which no reader would accept.
     */
    public int size() {
        return size;
    }

    int version() {
        return version;
    }

    byte[] bytes() {
        return bytes;
    }
}
