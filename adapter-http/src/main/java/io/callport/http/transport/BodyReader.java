package io.callport.http.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Reads a response's body of at most a number of bytes; at the first byte beyond them it stops and fails. It asks for
 * memory before it reads a part, and reads on only then: meanwhile the rest stays with the vendor.
 *
 * @param maxBytes the largest body that is read
 * @param memory the memory of this response
 * @param canceled whether nobody waits for the body any more
 */
record BodyReader(int maxBytes, ResponseMemory memory, BooleanSupplier canceled) {
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final int STEP = 256 << 10; // asks for more at once, and seldom
    private static final int FIRST_PART = 8 << 10; // the usual answer fits
    private static final int PART = 64 << 10;
    private static final long CANCEL_CHECK_NANOS = 50_000_000; // between checks, in a wait for memory

    /** @throws IOException if the body does not come whole, is too large, or finds no memory */
    byte[] read(Response response) throws IOException {
        requireLength(response.headers().values("content-length"));
        long length = response.body().contentLength();
        if (length > maxBytes) {
            throw new TooLargeException(maxBytes);
        }
        BufferedSource source = response.body().source();
        List<byte[]> full = new ArrayList<>(0);
        int before = 0;
        byte[] part = part(length < 0 ? FIRST_PART : (int) length, 0);
        int size = 0;
        while (!source.exhausted()) {
            if (size == part.length) {
                if (before + size == maxBytes) {
                    throw new TooLargeException(maxBytes);
                }
                full.add(part);
                before += size;
                part = part(Math.min(PART, maxBytes - before), before);
                size = 0;
            }
            size += source.read(part, size, part.length - size);
        }
        return full.isEmpty() && size == part.length ? part : joined(full, before, part, size);
    }

    /** The client takes a length that is none for no length at all, and reads until the connection ends. */
    private static void requireLength(List<String> lengths) throws ProtocolException {
        for (String length : lengths) {
            if (!LENGTH.matcher(length).matches() || !length.equals(lengths.get(0))) {
                throw new ProtocolException();
            }
        }
    }

    /** A part behind those that were read. A vendor that promises much gets no more memory than one that sends it. */
    private byte[] part(int wanted, int before) throws IOException {
        int length = Math.min(wanted, Math.min(PART, maxBytes));
        awaitRoom(needed((long) before + length));
        return new byte[length];
    }

    /**
     * The parts and, at the end, the whole body beside them; usual sizes are asked for exactly, for they cost nothing.
     */
    private static long needed(long bytes) {
        long twice = 2 * bytes;
        return twice <= STEP / 4 ? twice : (twice + STEP - 1) / STEP * STEP;
    }

    private void awaitRoom(long bytes) throws IOException {
        CompletableFuture<Boolean> room = memory.grow(bytes);
        while (true) {
            try {
                if (!room.get(CANCEL_CHECK_NANOS, TimeUnit.NANOSECONDS)) {
                    throw new NoMemoryException();
                }
                return;
            } catch (TimeoutException e) {
                if (canceled.getAsBoolean()) {
                    throw new InterruptedIOException();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static byte[] joined(List<byte[]> full, int before, byte[] part, int size) {
        byte[] whole = new byte[before + size];
        int end = 0;
        for (byte[] each : full) {
            System.arraycopy(each, 0, whole, end, each.length);
            end += each.length;
        }
        System.arraycopy(part, 0, whole, end, size);
        return whole;
    }

    /** Reports a body of more bytes than configured. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int maxBytes) {
            super("The answer has more than " + maxBytes + " bytes, which is the largest that is read");
        }
    }

    /** Reports a body that takes more memory than one answer may. */
    static final class NoMemoryException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
