package io.callport.kafka.changelog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The bytes that {@link ByteSink} wrote, as they are read. It trusts no byte, and allocates no more than there are
 * bytes.
 */
final class ByteSource {
    /** Nine bytes hold 63 bits: every number that is not negative. */
    private static final int MAX_NUMBER_LENGTH = 9;

    private final ByteBuffer bytes;

    /** The bytes from one index up to another, which is not included. */
    ByteSource(byte[] bytes, int from, int to) {
        this.bytes = ByteBuffer.wrap(bytes, from, to - from);
    }

    int get() throws UnreadableRecordException {
        need(1);
        return bytes.get() & 0xff;
    }

    long getNumber() throws UnreadableRecordException {
        long number = 0;
        for (int i = 0; i < MAX_NUMBER_LENGTH; i++) {
            int next = get();
            number |= (long) (next & 0x7f) << (7 * i);
            if (next < 0x80) {
                return number;
            }
        }
        throw UnreadableRecordException.damaged("a number has no end");
    }

    /** A number between the two, both included. */
    int getNumber(int least, int most) throws UnreadableRecordException {
        long number = getNumber();
        if (number < least || number > most) {
            throw UnreadableRecordException.damaged("a number is not between " + least + " and " + most);
        }
        return (int) number;
    }

    long getSignedNumber() throws UnreadableRecordException {
        long number = getNumber();
        return number >>> 1 ^ -(number & 1);
    }

    String getText() throws UnreadableRecordException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(getBytes(getNumber(0, remaining()))))
                    .toString();
        } catch (CharacterCodingException e) {
            throw UnreadableRecordException.damaged("a text is not UTF-8");
        }
    }

    byte[] getBytes(int length) throws UnreadableRecordException {
        need(length);
        byte[] value = new byte[length];
        bytes.get(value);
        return value;
    }

    int remaining() {
        return bytes.remaining();
    }

    void end() throws UnreadableRecordException {
        if (bytes.hasRemaining()) {
            throw UnreadableRecordException.damaged("there is more than there should be");
        }
    }

    private void need(int length) throws UnreadableRecordException {
        if (bytes.remaining() < length) {
            throw UnreadableRecordException.damaged("it ends too early");
        }
    }
}
