package io.callport.kafka.checkpoint;

import java.util.BitSet;

/**
 * The offsets that are done, as lengths of runs: how many pairs of a run outstanding and a run done, then all runs
 * outstanding, then all runs done. Apart, the many runs of one outstanding offset deflate to next to nothing.
 */
final class RunLengths {
    private RunLengths() {}

    static byte[] write(BitSet done) {
        ByteSink outstandingRuns = new ByteSink();
        ByteSink doneRuns = new ByteSink();
        int pairs = 0;
        int end = 0;
        for (int start = done.nextSetBit(0); start >= 0; start = done.nextSetBit(end)) {
            outstandingRuns.putNumber(start - end);
            end = done.nextClearBit(start);
            doneRuns.putNumber(end - start);
            pairs++;
        }
        return new ByteSink()
                .putNumber(pairs)
                .putBytes(outstandingRuns.toByteArray())
                .putBytes(doneRuns.toByteArray())
                .toByteArray();
    }

    static BitSet read(byte[] bytes) throws DamagedCheckpointException {
        ByteSource source = new ByteSource(bytes);
        int[] outstanding = new int[source.getNumber(1, source.remaining() / 2)];
        for (int i = 0; i < outstanding.length; i++) {
            outstanding[i] = source.getNumber(1, DoneSet.MOST_OFFSETS);
        }
        BitSet done = new BitSet();
        int end = 0;
        for (int length : outstanding) {
            long start = (long) end + length;
            long next = start + source.getNumber(1, DoneSet.MOST_OFFSETS);
            if (next > DoneSet.MOST_OFFSETS) {
                throw new DamagedCheckpointException(
                        "more than " + DoneSet.MOST_OFFSETS + " offsets are done or outstanding");
            }
            end = (int) next;
            done.set((int) start, end);
        }
        source.end();
        return done;
    }
}
