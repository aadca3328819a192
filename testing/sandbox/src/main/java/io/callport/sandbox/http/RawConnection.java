package io.callport.sandbox.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.callport.sandbox.vendor.Reply;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** A connection without HTTP in between, for bytes that no HTTP server would send. */
final class RawConnection {
    private final EndPoint endPoint;

    RawConnection(EndPoint endPoint) {
        this.endPoint = endPoint;
    }

    /** Ends the connection with a TCP reset instead of an orderly end. */
    void reset() {
        try {
            if (endPoint.getTransport() instanceof SocketChannel socket) {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            // The client has closed the connection already.
            endPoint.close(e);
            return;
        }
        endPoint.close();
    }

    /** Closes the connection in an orderly way. */
    void close() {
        endPoint.close();
    }

    /** Does nothing as long as the connection lives: until the client or the server closes it. */
    void hold() {}

    void sendNonHttp() {
        write("SSH-2.0-not_an_http_server\r\n".getBytes(US_ASCII), this::close);
    }

    /** Sends headers that promise the whole body, and the first half of it. */
    void sendHalf(Reply reply, Runnable then) {
        byte[] head = head(reply, "Content-Length: " + reply.body().length);
        int half = reply.body().length / 2;
        ByteBuffer bytes = ByteBuffer.allocate(head.length + half).put(head).put(reply.body(), 0, half);
        write(bytes.array(), then);
    }

    /** Sends the first half of the body, then spaces without end. */
    void sendEndless(Reply reply, Scheduler scheduler, int pauseMillis) {
        byte[] start = new byte[reply.body().length / 2];
        System.arraycopy(reply.body(), 0, start, 0, start.length);
        write(
                head(reply, "Transfer-Encoding: chunked"),
                () -> write(
                        EndlessBody.chunk(start), () -> new EndlessBody(endPoint, scheduler, pauseMillis).iterate()));
    }

    private void write(byte[] bytes, Runnable then) {
        endPoint.write(Callback.from(then, endPoint::close), ByteBuffer.wrap(bytes));
    }

    private static byte[] head(Reply reply, String framing) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(reply.status()).append(" sandbox\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.append(framing).append("\r\n\r\n").toString().getBytes(US_ASCII);
    }
}
