package io.callport.sandbox.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Scheduler;

/** Writes chunks of spaces, each after the one before has left, until the connection ends. */
final class EndlessBody extends IteratingCallback {
    private static final byte[] SPACES = spaces();

    private final EndPoint endPoint;
    private final Scheduler scheduler;
    private final int pauseMillis;

    EndlessBody(EndPoint endPoint, Scheduler scheduler, int pauseMillis) {
        this.endPoint = endPoint;
        this.scheduler = scheduler;
        this.pauseMillis = pauseMillis;
    }

    @Override
    protected Action process() {
        if (pauseMillis == 0) {
            writeOne();
        } else {
            scheduler.schedule(this::writeOne, pauseMillis, TimeUnit.MILLISECONDS);
        }
        return Action.SCHEDULED;
    }

    @Override
    protected void onFailure(Throwable cause) {
        endPoint.close(cause);
    }

    private void writeOne() {
        endPoint.write(this, ByteBuffer.wrap(SPACES));
    }

    /** Frames bytes as one chunk of a chunked body. */
    static byte[] chunk(byte[] bytes) {
        byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII);
        return ByteBuffer.allocate(size.length + bytes.length + 2)
                .put(size)
                .put(bytes)
                .put((byte) '\r')
                .put((byte) '\n')
                .array();
    }

    private static byte[] spaces() {
        byte[] spaces = new byte[8_192];
        Arrays.fill(spaces, (byte) ' ');
        return chunk(spaces);
    }
}
