package io.callport.sandbox.http;

import io.callport.sandbox.vendor.Received;
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

    private final Arrivals arrivals;
    private final Desk desk;

    SandboxHandler(Arrivals arrivals, Desk desk) {
        this.arrivals = arrivals;
        this.desk = desk;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Instant at = arrivals.clock().instant();
        long nanos = arrivals.nanoClock().getAsLong();
        Promise.Invocable<byte[]> whenRead = Promise.Invocable.from(
                InvocationType.BLOCKING,
                body -> take(new Exchange(request, response, callback), body, at, nanos),
                callback::failed);
        Content.Source.asByteArrayAsync(request, LARGEST_BODY, whenRead);
        return true;
    }

    private void take(Exchange exchange, byte[] body, Instant at, long nanos) {
        try {
            String path = Request.getPathInContext(exchange.request());
            Received received = new Received(path, headers(exchange.request()), body, at, nanos);
            Outcome outcome = desk.take(exchange.request().getMethod(), received);
            new Sender(exchange, arrivals.clock()).send(outcome);
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
