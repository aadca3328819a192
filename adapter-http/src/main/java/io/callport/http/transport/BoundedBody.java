package io.callport.http.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Collects a response's body of at most a number of bytes; at the first byte beyond them it stops reading and fails. Called by
 * one thread at a time.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final int maxBytes;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private @Nullable Subscription subscription;

    BoundedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(Long.MAX_VALUE);
    }

    /** Copies the bytes: a buffer of a slow vendor may hold one byte in 16 KiB, and would count as one. */
    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (buffer.remaining() > maxBytes - received.size()) {
                stop();
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            received.writeBytes(chunk);
        }
    }

    @Override
    public void onError(Throwable cause) {
        body.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        body.complete(received.toByteArray());
    }

    private void stop() {
        if (subscription != null) {
            subscription.cancel();
        }
        onError(new TooLargeException(maxBytes));
    }

    /** Starts a body when the headers of a response came, and remembers that they did. */
    static final class Handler implements BodyHandler<byte[]> {
        private final int maxBytes;
        private volatile boolean started;

        Handler(int maxBytes) {
            this.maxBytes = maxBytes;
        }

        /** Whether the headers of a response came. */
        boolean started() {
            return started;
        }

        @Override
        public BodySubscriber<byte[]> apply(ResponseInfo response) {
            started = true;
            return new BoundedBody(maxBytes);
        }
    }

    /** Reports a body of more bytes than configured. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int maxBytes) {
            super("The answer has more than " + maxBytes + " bytes, which is the largest that is read");
        }
    }
}
