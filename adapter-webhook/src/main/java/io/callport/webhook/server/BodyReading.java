package io.callport.webhook.server;

import io.callport.webhook.receive.Receiver;
import io.callport.webhook.settings.WebhookOutcome;
import io.callport.webhook.verify.Claim;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads one body as it comes, without a thread that waits for it, and has it received once it is whole. Ends once: with
 * the last byte, a bound, the end of its time, or its client.
 */
final class BodyReading implements Invocable.Task, UnverifiedBodies.Body {
    private final Receiver receiver;
    private final UnverifiedBodies bodies;
    private final ClientConnections connections;
    private final Claim claim;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Scheduler.Task timeout;

    BodyReading(Shared shared, Claim claim, Request request, Response response, Callback callback) {
        this.receiver = shared.receiver();
        this.bodies = shared.bodies();
        this.connections = shared.connections();
        this.claim = claim;
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.timeout = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> refuse(WebhookOutcome.TOO_SLOW), shared.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What all readings of a server share. */
    record Shared(Receiver receiver, UnverifiedBodies bodies, ClientConnections connections, Duration timeout) {}

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Begins to read the body. */
    void start() {
        bodies.add(this, 0);
        run();
    }

    @Override
    public void run() {
        while (!ended.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                refuse(WebhookOutcome.CUT_OFF);
                return;
            }
            boolean taken = take(chunk.getByteBuffer());
            boolean last = chunk.isLast();
            chunk.release();
            if (!taken) {
                refuse(WebhookOutcome.TOO_LARGE);
            } else if (last) {
                receive();
            }
        }
    }

    private boolean take(ByteBuffer bytes) {
        int count = bytes.remaining();
        if (body.size() + count > receiver.maxBodyBytes()) {
            return false;
        }
        byte[] copy = new byte[count];
        bytes.get(copy);
        body.write(copy, 0, count);
        bodies.add(this, count);
        return true;
    }

    private void receive() {
        if (end()) {
            EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
            connections.serving(client);
            var unused = receiver.receive(claim, body.toByteArray()).thenAccept(reply -> {
                connections.waiting(client);
                ReplySender.send(reply, response, callback);
            });
        }
    }

    @Override
    public void giveWay() {
        refuse(WebhookOutcome.OVERLOADED);
    }

    private void refuse(WebhookOutcome outcome) {
        if (end()) {
            ReplySender.sendLast(receiver.refuse(claim, outcome), response, callback);
        }
    }

    private boolean end() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        timeout.cancel();
        bodies.remove(this);
        return true;
    }
}
