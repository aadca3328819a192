package io.callport.http.transport;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Collects a response's body of at most a number of bytes; at the first byte beyond them it stops reading and fails. It asks for
 * memory before it keeps a part, and reads on only then: meanwhile the rest stays with the vendor. Called by one thread at a time.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
    private static final int STEP = 256 << 10; // asks for more at once, and seldom

    private final int maxBytes;
    private final ResponseMemory memory;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final List<byte[]> received = new ArrayList<>();
    private int size;
    private @Nullable Subscription subscription;

    BoundedBody(int maxBytes, ResponseMemory memory) {
        this.maxBytes = maxBytes;
        this.memory = memory;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        long whole = size;
        for (ByteBuffer buffer : buffers) {
            whole += buffer.remaining();
        }
        if (whole > maxBytes) {
            stop(new TooLargeException(maxBytes));
            return;
        }
        CompletableFuture<Boolean> room = memory.grow(needed(whole));
        if (room.isDone()) {
            copy(buffers, room.getNow(false));
        } else {
            CompletableFuture<Void> unused = room.thenAccept(granted -> copy(buffers, granted));
        }
    }

    /** The parts and, at the end, the whole body beside them; usual sizes are asked for exactly, for they cost nothing. */
    private static long needed(long bytes) {
        long twice = 2 * bytes;
        return twice <= STEP / 4 ? twice : (twice + STEP - 1) / STEP * STEP;
    }

    /** Copies the bytes: a buffer of a slow vendor may hold one byte in 16 KiB, and would count as one. */
    private void copy(List<ByteBuffer> buffers, boolean granted) {
        Subscription source = subscription;
        if (!granted || source == null) {
            stop(new NoMemoryException());
            return;
        }
        for (ByteBuffer buffer : buffers) {
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            received.add(chunk);
            size += chunk.length;
        }
        source.request(1);
    }

    @Override
    public void onError(Throwable cause) {
        body.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        byte[] whole = new byte[size];
        int end = 0;
        for (byte[] chunk : received) {
            System.arraycopy(chunk, 0, whole, end, chunk.length);
            end += chunk.length;
        }
        received.clear();
        body.complete(whole);
    }

    private void stop(IOException why) {
        if (subscription != null) {
            subscription.cancel();
        }
        onError(why);
    }

    /** Starts a body when the headers of a response came, and remembers that they did. */
    static final class Handler implements BodyHandler<byte[]> {
        private final int maxBytes;
        private final ResponseMemory memory;
        private volatile boolean started;

        Handler(int maxBytes, ResponseMemory memory) {
            this.maxBytes = maxBytes;
            this.memory = memory;
        }

        /** Whether the headers of a response came. */
        boolean started() {
            return started;
        }

        @Override
        public BodySubscriber<byte[]> apply(ResponseInfo response) {
            started = true;
            return new BoundedBody(maxBytes, memory);
        }
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
