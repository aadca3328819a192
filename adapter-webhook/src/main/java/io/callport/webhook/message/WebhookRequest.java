package io.callport.webhook.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP request of a vendor, whole and as it came. Immutable; the body is not copied.
 *
 * @param method the method, as in {@code POST}
 * @param target the path as it stands in the request line, not decoded; a query behind it is ignored
 * @param headers the values of each header in their order; names in any case
 * @param body the exact bytes of the body; they must not change any more
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes are what a signature covers; requests are never compared
public record WebhookRequest(String method, String target, Map<String, List<String>> headers, byte[] body) {
    /** Copies the headers, under names in lower case: of two names that differ in case alone, all values count. */
    public WebhookRequest {
        headers = lowerCase(headers);
    }

    /** The method, the number of headers and the size of the body; never the path, which may hold a secret. */
    @Override
    public String toString() {
        return "WebhookRequest[method=" + method + ", headers=" + headers.size() + ", body=" + body.length + " bytes]";
    }

    private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
        Map<String, List<String>> copy = new TreeMap<>();
        headers.forEach((name, values) -> copy.computeIfAbsent(name.toLowerCase(Locale.ROOT), it -> new ArrayList<>())
                .addAll(values));
        copy.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(copy);
    }
}
