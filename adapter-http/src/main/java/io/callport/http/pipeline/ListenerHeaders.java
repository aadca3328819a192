package io.callport.http.pipeline;

import io.callport.http.settings.HttpListener;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * Adds the listener's headers to each request, behind the signature, which does not cover them. Headers that the
 * request has already, headers that say how its body is read, and texts that are no header are left out: a listener
 * never breaks a request. Thread-safe.
 *
 * @param listener gives the headers
 */
public record ListenerHeaders(HttpListener listener) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]{0,4096}");
    private static final Pattern RESERVED = Pattern.compile(
            "accept.*|content-.*|transfer-.*|te|trailer|host|connection|keep-alive|expect|upgrade|proxy-.*",
            Pattern.CASE_INSENSITIVE);

    /** Adds the listener's headers to a request's own. */
    void addTo(Headers.Builder headers) {
        Map<String, String> added = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        listener.requestSigned((name, value) -> {
            if (mayAdd(name, value)) {
                added.put(name, value);
            }
        });
        added.forEach((name, value) -> {
            if (headers.get(name) == null) {
                headers.add(name, value);
            }
        });
    }

    private static boolean mayAdd(String name, String value) {
        return NAME.matcher(name).matches()
                && VALUE.matcher(value).matches()
                && !RESERVED.matcher(name).matches();
    }
}
