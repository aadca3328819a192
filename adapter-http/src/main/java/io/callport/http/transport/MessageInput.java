package io.callport.http.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a connection, handed out so that no read reaches beyond the end of a response: up to an empty line,
 * which ends the headers of every response and the body of one in chunks, or up to the length of a body that has one.
 * So what a vendor writes beyond its response stays here, where it is seen, and not in the client's buffer. A read may
 * end at an empty line within a body, too: that costs another read and changes nothing.
 *
 * <p>Used by the thread that makes a request; another may use it after it.
 */
final class MessageInput extends FilterInputStream {
    private static final byte[] NONE = {};

    private byte[] held = NONE;
    private int start;
    private long ofBody;
    private boolean lineIsEmpty;
    private long handedOut;

    MessageInput(InputStream socket) {
        super(socket);
    }

    /** Notes that a body of this length comes next; 0 if it has none, or none that is known before it ends. */
    void bodyFollows(long length) {
        ofBody = length;
    }

    /** Whether there are bytes that nobody has read. It does not wait for any. */
    boolean hasMore() throws IOException {
        return available() > 0;
    }

    /** The number of bytes that were handed out in all. */
    long handedOut() {
        return handedOut;
    }

    @Override
    public int available() throws IOException {
        return held.length - start + in.available();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int most = ofBody > 0 ? (int) Math.min(length, ofBody) : length;
        int own;
        if (start == held.length) {
            int read = in.read(into, offset, most);
            if (read <= 0) {
                return read;
            }
            own = own(into, offset, read);
            hold(into, offset + own, read - own);
        } else {
            int read = Math.min(most, held.length - start);
            System.arraycopy(held, start, into, offset, read);
            own = own(into, offset, read);
            start += own;
        }
        handedOut += own;
        return own;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return bytes <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(bytes, 1 << 13)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** How many of these bytes are handed out by one read. */
    private int own(byte[] bytes, int offset, int read) {
        if (ofBody > 0) {
            ofBody -= read;
            lineIsEmpty = false;
            return read;
        }
        for (int i = 0; i < read; i++) {
            byte each = bytes[offset + i];
            if (each == '\n') {
                if (lineIsEmpty) {
                    lineIsEmpty = false;
                    return i + 1;
                }
                lineIsEmpty = true;
            } else if (each != '\r') {
                lineIsEmpty = false;
            }
        }
        return read;
    }

    private void hold(byte[] bytes, int offset, int length) {
        start = 0;
        if (length == 0) {
            held = NONE;
        } else {
            held = new byte[length];
            System.arraycopy(bytes, offset, held, 0, length);
        }
    }
}
