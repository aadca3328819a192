package io.callport.kafka.checkpoint;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes checkpoints as text that fits. The done-set is never reduced; the spent slots are coarsened as far as they must be,
 * always towards "spent longer". The same checkpoint always gives the same text. Immutable and thread-safe.
 */
public final class CheckpointWriter {
    /** A release writes this version until it is configured to write the next. */
    public static final int VERSION = 1;

    private static final int MOST_PARTITIONS_BYTES = 5;

    private final int version;
    private final int limit;

    private CheckpointWriter(int version, int limit) {
        this.version = version;
        this.limit = limit;
    }

    /**
     * A writer of a version, 1 or 2, of texts of at most {@code limit} chars (the broker's
     * {@code offset.metadata.max.bytes}, which counts chars).
     *
     * @throws IllegalArgumentException if this release does not know that version
     */
    public static CheckpointWriter ofVersion(int version, int limit) {
        if (version != VERSION && version != VERSION + 1) {
            throw new IllegalArgumentException("checkpoint version: must be " + VERSION + " or " + (VERSION + 1)
                    + ", which every instance of the group can read, but is " + version);
        }
        return new CheckpointWriter(version, limit);
    }

    /** The finest text that fits, or null if the done-set leaves no room even for the coarsest slots. */
    public @Nullable String write(Checkpoint checkpoint) {
        return write(checkpoint.partitions(), encode(checkpoint.done()), checkpoint.spent());
    }

    /**
     * The text of a checkpoint whose done-set this writer has encoded, or another one of its version.
     *
     * @throws IllegalArgumentException if it was one of another version
     */
    public @Nullable String write(int partitions, EncodedDoneSet done, SpentSlots spent) {
        if (done.version() != version) {
            throw new IllegalArgumentException("checkpoint: the done-set is encoded for version " + done.version());
        }
        if (done.size() == Integer.MAX_VALUE) {
            return null;
        }
        ByteSink content = new ByteSink()
                .putNumber(partitions)
                .putNumber(done.bytes().length)
                .putBytes(done.bytes());
        byte[] slots = new SlotsWriter(CheckpointText.bytes(version, limit) - content.size()).write(spent);
        return slots == null
                ? null
                : CheckpointText.write(version, content.putBytes(slots).toByteArray());
    }

    /** Encodes the offsets that are done, relative to the low-water mark; worth sharing, as it takes the most time. */
    public EncodedDoneSet encode(BitSet done) {
        if (done.length() > DoneSet.MOST_OFFSETS) {
            return new EncodedDoneSet(version, new byte[0], Integer.MAX_VALUE);
        }
        byte[] bytes = DoneSet.write(version, done);
        int length = new ByteSink().putNumber(bytes.length).size();
        int most = MOST_PARTITIONS_BYTES + length + bytes.length + SlotsWriter.COARSEST;
        return new EncodedDoneSet(version, bytes, CheckpointText.chars(version, most));
    }

    public int doneSize(BitSet done) {
        return encode(done).size();
    }
}
