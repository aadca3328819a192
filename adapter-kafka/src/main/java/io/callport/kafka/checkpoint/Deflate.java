package io.callport.kafka.checkpoint;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes made smaller: raw deflate (RFC 1951). */
final class Deflate {
    private static final int CHUNK = 8 * 1_024;

    private Deflate() {}

    static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                deflated.write(chunk, 0, deflater.deflate(chunk));
            }
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** @param most how many bytes to inflate to at most; more are damage, however few they were when deflated */
    static byte[] inflate(byte[] deflated, int most) throws DamagedCheckpointException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            byte[] bytes = inflate(inflater, most);
            if (inflater.getRemaining() > 0) {
                throw new DamagedCheckpointException("more follows what was deflated");
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new DamagedCheckpointException("it cannot be inflated");
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflate(Inflater inflater, int most) throws DataFormatException, DamagedCheckpointException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (!inflater.finished()) {
            int count = inflater.inflate(chunk);
            if (count == 0 && !inflater.finished()) {
                throw new DamagedCheckpointException("what was deflated ends too early");
            }
            bytes.write(chunk, 0, count);
            if (bytes.size() > most) {
                throw new DamagedCheckpointException("it inflates to more than " + most + " bytes");
            }
        }
        return bytes.toByteArray();
    }
}
