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

/** From Jetty's request to ours, and from an outcome back to the connection. */
final class SandboxHandler extends Handler.Abstract {
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final ArrivalClocks arrivals;
    private final RequestHandler desk;

    SandboxHandler(ArrivalClocks arrivals, RequestHandler desk) {
        this.arrivals = arrivals;
        this.desk = desk;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Instant at = arrivals.clock().instant();
        long nanos = arrivals.nanoClock().getAsLong();
        Promise.Invocable<byte[]> whenRead = Promise.Invocable.from(
                InvocationType.BLOCKING,
                body -> take(new JettyExchange(request, response, callback), body, at, nanos),
                callback::failed);
        Content.Source.asByteArrayAsync(request, LARGEST_BODY, whenRead);
        return true;
    }

    private void take(JettyExchange exchange, byte[] body, Instant at, long nanos) {
        try {
            String path = Request.getPathInContext(exchange.request());
            ReceivedRequest received = new ReceivedRequest(path, headers(exchange.request()), body, at, nanos);
            ReplyWithFault outcome = desk.take(exchange.request().getMethod(), received);
            new ReplySender(exchange, arrivals.clock()).send(outcome);
        } catch (RuntimeException e) {
            exchange.callback().failed(e);
        }
    }

    private static Map<String, String> headers(Request request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        }
        return headers;
    }
}
