package io.callport.kafka.checkpoint;

import java.util.BitSet;

/** The offsets that are done, as bytes: one way in version 1, the smaller of two in version 2. Nothing is ever left out. */
final class DoneSet {
    /** 16 MiB of bits: more than a partition can have outstanding, and little enough to be read without harm. */
    static final int MOST_BYTES = 16 * 1_024 * 1_024;

    static final int MOST_OFFSETS = MOST_BYTES * Byte.SIZE;

    private static final int BITS = 0;
    private static final int RUNS = 1;

    private DoneSet() {}

    /** The bytes of at most {@link #MOST_OFFSETS}; none at all if nothing is done. */
    static byte[] write(int version, BitSet done) {
        if (done.isEmpty()) {
            return new byte[0];
        }
        byte[] bits = Deflate.deflate(done.toByteArray());
        if (version == 1) {
            return bits;
        }
        byte[] runs = RunLengths.write(done);
        if (runs.length > MOST_BYTES) {
            return kind(BITS, bits);
        }
        byte[] deflatedRuns = Deflate.deflate(runs);
        return deflatedRuns.length < bits.length ? kind(RUNS, deflatedRuns) : kind(BITS, bits);
    }

    static BitSet read(int version, byte[] bytes) throws DamagedCheckpointException {
        if (bytes.length == 0) {
            return new BitSet();
        }
        BitSet done = version == 1 ? bits(bytes) : either(new ByteSource(bytes));
        if (done.get(0)) {
            throw new DamagedCheckpointException("the low-water mark itself is done");
        }
        return done;
    }

    private static byte[] kind(int kind, byte[] bytes) {
        return new ByteSink().put(kind).putBytes(bytes).toByteArray();
    }

    private static BitSet either(ByteSource source) throws DamagedCheckpointException {
        int kind = source.getNumber(BITS, RUNS);
        byte[] deflated = source.getBytes(source.remaining());
        return kind == BITS ? bits(deflated) : RunLengths.read(Deflate.inflate(deflated, MOST_BYTES));
    }

    private static BitSet bits(byte[] deflated) throws DamagedCheckpointException {
        return BitSet.valueOf(Deflate.inflate(deflated, MOST_BYTES));
    }
}
