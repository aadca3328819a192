package io.callport.webhook.server;

import io.callport.webhook.message.WebhookReply;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Answers a request that its head has refused at once, and lets its body come afterwards, of which nothing is kept: a
 * connection that is closed while its client still sends would take the answer with it. A body that is too large or too
 * slow ends its connection.
 */
final class RefusedBody implements Invocable.Task {
    private final WebhookReply reply;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Scheduler.Task timeout;
    private long left;

    RefusedBody(BodyReading.Shared shared, WebhookReply reply, Request request, Response response, Callback callback) {
        this.reply = reply;
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.left = shared.receiver().maxBodyBytes();
        this.timeout = request.getComponents()
                .getScheduler()
                .schedule(this::end, shared.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Answers, then reads the body. */
    void start() {
        ReplySender.send(reply, response, Callback.from(InvocationType.NON_BLOCKING, this, this::fail));
    }

    @Override
    public void run() {
        while (!ended.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            left -= chunk.remaining();
            boolean over = Content.Chunk.isFailure(chunk) || chunk.isLast() || left < 0;
            chunk.release();
            if (over) {
                end();
            }
        }
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            timeout.cancel();
            callback.succeeded();
        }
    }

    private void fail(Throwable failure) {
        if (ended.compareAndSet(false, true)) {
            timeout.cancel();
            callback.failed(failure);
        }
    }
}
