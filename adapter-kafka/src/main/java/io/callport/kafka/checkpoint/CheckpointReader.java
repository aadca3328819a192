package io.callport.kafka.checkpoint;

import java.util.BitSet;

/**
 * Reads the metadata of a committed offset, whoever wrote it: versions 1 and 2, so that instances of two releases can share a
 * group. It throws on no text, and allocates at most some 32 MiB: a done-set that spans more than 134,217,728 offsets (16 MiB
 * of bits) is damaged.
 */
public final class CheckpointReader {
    private static final int NEWEST = CheckpointWriter.VERSION + 1;

    private CheckpointReader() {}

    /** What that metadata is. */
    public static Reading read(String metadata) {
        if (!CheckpointText.isOurs(metadata)) {
            return new Reading.Foreign();
        }
        try {
            int version = CheckpointText.version(metadata);
            if (version > NEWEST) {
                return new Reading.Newer(version);
            }
            return new Reading.Ours(checkpoint(version, new ByteSource(CheckpointText.content(metadata))));
        } catch (DamagedException e) {
            return new Reading.Damaged(String.valueOf(e.getMessage()));
        }
    }

    private static Checkpoint checkpoint(int version, ByteSource content) throws DamagedException {
        int partitions = content.getNumber(1, Integer.MAX_VALUE);
        BitSet done = DoneSet.read(version, content.getBytes(content.getNumber(0, content.remaining())));
        SpentSlots spent = new SlotsReader(content).read();
        content.end();
        return new Checkpoint(partitions, done, spent);
    }
}
