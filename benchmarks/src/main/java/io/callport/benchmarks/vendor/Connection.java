package io.callport.benchmarks.vendor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** A connection to the stand-in: HTTP/1.1, one request at a time, as clients without pipelining send them. */
final class Connection {
    private static final int MAX_BYTES = 16 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(MAX_BYTES);
    private String head = "";

    Connection(SocketChannel channel) {
        this.channel = channel;
    }

    /** Reads the available bytes; returns whether a request is complete. */
    boolean read() {
        try {
            if (channel.read(in) < 0) {
                channel.close();
                return false;
            }
        } catch (IOException e) {
            closeQuietly();
            return false;
        }
        String text = new String(in.array(), 0, in.position(), ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String complete = text.substring(0, end + 2);
        if (text.length() < end + 4 + Integer.parseInt(header(complete, "content-length", "0"))) {
            return false;
        }
        head = complete;
        in.clear();
        return true;
    }

    /** Answers the request that was read. An answer is far smaller than the socket's buffer. */
    void answer() {
        ByteBuffer answer = CallInfoAnswer.to(header(head, "requestid", ""), header(head, "uuid", ""));
        try {
            while (answer.hasRemaining()) {
                channel.write(answer);
            }
        } catch (IOException e) {
            closeQuietly();
        }
    }

    private static String header(String head, String name, String otherwise) {
        int start = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ":");
        if (start < 0) {
            return otherwise;
        }
        int value = start + name.length() + 3;
        return head.substring(value, head.indexOf("\r\n", value)).strip();
    }

    private void closeQuietly() {
        try {
            channel.close();
        } catch (IOException e) {
            // the client is gone, and so is the connection
        }
    }
}
