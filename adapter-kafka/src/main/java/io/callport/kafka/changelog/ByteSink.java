package io.callport.kafka.changelog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes as they are written: numbers of seven bits a byte, the lowest first. */
final class ByteSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ByteSink put(int value) {
        bytes.write(value);
        return this;
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

    /** A number of either sign, with the sign in the lowest bit. */
    ByteSink putSignedNumber(long number) {
        return putNumber(number << 1 ^ number >> 63);
    }

    /** The length in bytes, then the text in UTF-8. */
    ByteSink putText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return putNumber(encoded.length).putBytes(encoded);
    }

    ByteSink putBytes(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    /** The four bytes of a number, the highest first. */
    ByteSink putInt(int value) {
        return put(value >>> 24).put(value >>> 16).put(value >>> 8).put(value);
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
