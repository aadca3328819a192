package io.callport.app.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers GET and HEAD for exact paths, and lists the paths at {@code /}. */
record Pages(SortedMap<String, Function<PageRequest, Page>> byPath) implements HttpHandler {
    static final String TEXT = "text/plain; charset=utf-8";
    private static final int NO_BODY = -1;

    static Pages of(Map<String, Function<PageRequest, Page>> byPath) {
        SortedMap<String, Function<PageRequest, Page>> all = new TreeMap<>(byPath);
        String list = String.join("\n", all.keySet()) + "\n";
        all.put("/", wanted -> new Page(200, TEXT, list));
        return new Pages(all);
    }

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
        Function<PageRequest, Page> page = byPath.get(exchange.getRequestURI().getPath());
        return page == null
                ? new Page(404, TEXT, "There are " + String.join(" ", byPath.keySet()) + "\n")
                : page.apply(PageRequest.by(exchange));
    }
}
