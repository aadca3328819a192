package io.callport.webhook.server;

import io.callport.webhook.message.WebhookReply;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends answers without waiting for their clients. */
final class ReplySender {
    private ReplySender() {}

    static void send(WebhookReply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    /** Sends an answer to a request of which not all was read: its connection is of no use any more. */
    static void sendLast(WebhookReply reply, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        send(reply, response, callback);
    }
}
