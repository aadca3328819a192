package io.callport.http.client;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Adds headers of the listener's to each request, behind the signature, which does not cover them. What the request has
 * already, what says how its body is read, and what is no header at all is left out: a listener never breaks a request.
 * Thread-safe.
 */
public final class ExtraHeadersClient implements Client {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]{0,4096}");
    private static final Pattern RESERVED = Pattern.compile(
            "accept.*|content-.*|transfer-.*|te|trailer|host|connection|keep-alive|expect|upgrade|proxy-.*",
            Pattern.CASE_INSENSITIVE);

    private final Client next;
    private final Watcher watcher;

    /** Adds what the watcher's listener gives to what then goes to the next client. */
    public ExtraHeadersClient(Client next, Watcher watcher) {
        this.next = next;
        this.watcher = watcher;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Map<String, String> extra = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        watcher.requestSigned((name, value) -> {
            if (mayAdd(name, value)) {
                extra.put(name, value);
            }
        });
        request.headers().keySet().forEach(extra::remove);
        return next.execute(extra.isEmpty() ? request : with(extra, request), options);
    }

    private static boolean mayAdd(String name, String value) {
        return NAME.matcher(name).matches()
                && VALUE.matcher(value).matches()
                && !RESERVED.matcher(name).matches();
    }

    private static Request with(Map<String, String> extra, Request request) {
        Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
        extra.forEach((name, value) -> headers.put(name, List.of(value)));
        return Request.create(
                request.httpMethod(),
                request.url(),
                headers,
                request.body(),
                request.charset(),
                request.requestTemplate());
    }
}
