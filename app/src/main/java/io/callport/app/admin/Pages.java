package io.callport.app.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** Answers exact paths, to GET and HEAD. */
record Pages(Map<String, Supplier<Page>> byPath) implements HttpHandler {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int NO_BODY = -1;

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            boolean head = method.equals("HEAD");
            Page page = head || method.equals("GET") ? page(exchange) : new Page(405, TEXT, "Only GET and HEAD\n");
            byte[] body = page.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", page.contentType());
            exchange.sendResponseHeaders(page.status(), head ? NO_BODY : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Page page(HttpExchange exchange) {
        Supplier<Page> page = byPath.get(exchange.getRequestURI().getPath());
        return page == null ? new Page(404, TEXT, "There are /health/live, /health/ready and /metrics\n") : page.get();
    }
}
