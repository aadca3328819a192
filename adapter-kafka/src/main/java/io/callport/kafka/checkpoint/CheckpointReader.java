package io.callport.kafka.checkpoint;

import java.util.BitSet;

/**
 * Reads the metadata of a committed offset, in versions 1 and 2, so that instances of two releases can share a
 * group. It throws no exception, and inflates no text to more than 16 MiB: a done-set that spans more than 134,217,728 offsets is
 * damaged.
 */
public final class CheckpointReader {
    private static final int NEWEST = CheckpointWriter.VERSION + 1;

    private CheckpointReader() {}

    public static CheckpointReadResult read(String metadata) {
        if (!CheckpointText.isOurs(metadata)) {
            return new CheckpointReadResult.Foreign();
        }
        try {
            int version = CheckpointText.version(metadata);
            if (version > NEWEST) {
                return new CheckpointReadResult.Newer(version);
            }
            return new CheckpointReadResult.Valid(
                    checkpoint(version, new ByteSource(CheckpointText.content(metadata))));
        } catch (DamagedCheckpointException e) {
            return new CheckpointReadResult.Damaged(String.valueOf(e.getMessage()));
        }
    }

    private static Checkpoint checkpoint(int version, ByteSource content) throws DamagedCheckpointException {
        int partitions = content.getNumber(1, Integer.MAX_VALUE);
        BitSet done = DoneSet.read(version, content.getBytes(content.getNumber(0, content.remaining())));
        SpentSlots spent = new SlotsReader(content).read();
        content.end();
        return new Checkpoint(partitions, done, spent);
    }
}
