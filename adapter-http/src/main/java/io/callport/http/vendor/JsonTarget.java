package io.callport.http.vendor;

import feign.Request;
import feign.RequestTemplate;
import feign.Target;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The target of the requests to one address, all of them JSON. Feign's own target parses the address and the interface's headers at
 * each request; this one parses them once.
 *
 * @param type the vendor's Feign interface
 * @param url the vendor's address without a slash at its end, to which endpoints are appended
 */
record JsonTarget<T>(Class<T> type, String url) implements Target<T> {
    private static final List<String> JSON = List.of("application/json");

    /** The target at an address, which may end with a slash or not. */
    static <T> JsonTarget<T> of(Class<T> type, URI base) {
        String url = base.toString();
        return new JsonTarget<>(type, url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    @Override
    public String name() {
        return url;
    }

    @Override
    public Request apply(RequestTemplate endpoint) {
        Map<String, Collection<String>> headers = new HashMap<>(endpoint.headers());
        headers.put("content-type", JSON);
        return Request.create(
                Request.HttpMethod.valueOf(endpoint.method()),
                url + endpoint.url(),
                headers,
                endpoint.body(),
                endpoint.requestCharset(),
                endpoint);
    }
}
