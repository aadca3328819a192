package io.callport.sandbox.http;

import io.callport.sandbox.vendor.ReceivedRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/** Adapts Jetty: makes a received request of Jetty's request, and sends the reply on its connection. */
final class SandboxHandler extends Handler.Abstract {
    private static final int MAX_BODY = 16 * 1024 * 1024;

    private final ArrivalClocks arrivals;
    private final RequestHandler handler;

    SandboxHandler(ArrivalClocks arrivals, RequestHandler handler) {
        this.arrivals = arrivals;
        this.handler = handler;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Instant at = arrivals.clock().instant();
        long nanos = arrivals.nanoClock().getAsLong();
        Promise.Invocable<byte[]> whenRead = Promise.Invocable.from(
                InvocationType.BLOCKING,
                body -> handle(new JettyExchange(request, response, callback), body, at, nanos),
                callback::failed);
        Content.Source.asByteArrayAsync(request, MAX_BODY, whenRead);
        return true;
    }

    private void handle(JettyExchange exchange, byte[] body, Instant at, long nanos) {
        try {
            String path = Request.getPathInContext(exchange.request());
            ReceivedRequest received = new ReceivedRequest(path, headers(exchange.request()), body, at, nanos);
            handler.handle(exchange.request().getMethod(), received)
                    .thenAccept(outcome -> new ReplySender(exchange, arrivals.clock()).send(outcome))
                    .exceptionally(failure -> fail(exchange, failure));
        } catch (RuntimeException e) {
            exchange.callback().failed(e);
        }
    }

    private static @Nullable Void fail(JettyExchange exchange, Throwable failure) {
        exchange.callback().failed(failure);
        return null;
    }

    private static Map<String, String> headers(Request request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        }
        return headers;
    }
}
