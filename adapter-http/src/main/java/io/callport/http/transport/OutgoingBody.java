package io.callport.http.transport;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request's body that knows whether a byte of the request may have left. The JDK's client asks for the length of a body when it writes
 * the headers, which is after the connection is made: proxy, tunnel and TLS included. Thread-safe.
 */
final class OutgoingBody implements BodyPublisher {
    private enum Stage {
        CONNECTING,
        BEGUN,
        ABANDONED
    }

    private final BodyPublisher bytes;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.CONNECTING);

    OutgoingBody(BodyPublisher bytes) {
        this.bytes = bytes;
    }

    /** Whether the request may have left; if it has not, it never will: a late connection finds it abandoned. */
    boolean mayHaveLeft() {
        stage.compareAndSet(Stage.CONNECTING, Stage.ABANDONED);
        return stage.get() == Stage.BEGUN;
    }

    @Override
    public long contentLength() {
        stage.compareAndSet(Stage.CONNECTING, Stage.BEGUN);
        if (stage.get() == Stage.ABANDONED) {
            throw new IllegalStateException("The request was given up before it began");
        }
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        bytes.subscribe(subscriber);
    }
}
