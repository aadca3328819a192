package io.callport.kafka.checkpoint;

import java.io.ByteArrayOutputStream;

/** Bytes as they are written: numbers of seven bits a byte, the lowest first. */
final class ByteSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ByteSink put(int value) {
        bytes.write(value);
        return this;
    }

    ByteSink putHash(int hash) {
        return put(hash >>> 24).put(hash >>> 16).put(hash >>> 8).put(hash);
    }

    /** A number that is not negative. */
    ByteSink putNumber(long number) {
        long rest = number;
        while (rest > 0x7f) {
            put((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        return put((int) rest);
    }

    ByteSink putBytes(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
