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
        byte[] bits = Deflated.deflate(done.toByteArray());
        if (version == 1) {
            return bits;
        }
        byte[] runs = Deflated.deflate(Runs.write(done));
        return runs.length < bits.length ? kind(RUNS, runs) : kind(BITS, bits);
    }

    static BitSet read(int version, byte[] bytes) throws DamagedException {
        if (bytes.length == 0) {
            return new BitSet();
        }
        BitSet done = version == 1 ? bits(bytes) : either(new ByteSource(bytes));
        if (done.get(0)) {
            throw new DamagedException("the low-water mark itself is done");
        }
        return done;
    }

    private static byte[] kind(int kind, byte[] bytes) {
        return new ByteSink().put(kind).putBytes(bytes).toByteArray();
    }

    private static BitSet either(ByteSource source) throws DamagedException {
        int kind = source.getNumber(BITS, RUNS);
        byte[] deflated = source.getBytes(source.remaining());
        return kind == BITS ? bits(deflated) : Runs.read(Deflated.inflate(deflated, MOST_BYTES));
    }

    private static BitSet bits(byte[] deflated) throws DamagedException {
        return BitSet.valueOf(Deflated.inflate(deflated, MOST_BYTES));
    }
}
