package io.callport.kafka.checkpoint;

import java.nio.ByteBuffer;

/** The bytes that {@link ByteSink} wrote, as they are read. */
final class ByteSource {
    /** Nine bytes hold 63 bits: every number that is not negative. */
    private static final int LONGEST_NUMBER = 9;

    private final ByteBuffer bytes;

    ByteSource(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    int get() throws DamagedCheckpointException {
        need(1);
        return bytes.get() & 0xff;
    }

    int getHash() throws DamagedCheckpointException {
        need(Integer.BYTES);
        return bytes.getInt();
    }

    long getNumber() throws DamagedCheckpointException {
        long number = 0;
        for (int i = 0; i < LONGEST_NUMBER; i++) {
            int next = get();
            number |= (long) (next & 0x7f) << (7 * i);
            if (next < 0x80) {
                return number;
            }
        }
        throw new DamagedCheckpointException("a number has no end");
    }

    /** A number between the two, both included. */
    int getNumber(int least, int most) throws DamagedCheckpointException {
        long number = getNumber();
        if (number < least || number > most) {
            throw new DamagedCheckpointException("a number is not between " + least + " and " + most);
        }
        return (int) number;
    }

    byte[] getBytes(int length) throws DamagedCheckpointException {
        need(length);
        byte[] value = new byte[length];
        bytes.get(value);
        return value;
    }

    int remaining() {
        return bytes.remaining();
    }

    void end() throws DamagedCheckpointException {
        if (bytes.hasRemaining()) {
            throw new DamagedCheckpointException("there is more than there should be");
        }
    }

    private void need(int length) throws DamagedCheckpointException {
        if (bytes.remaining() < length) {
            throw new DamagedCheckpointException("it ends too early");
        }
    }
}
