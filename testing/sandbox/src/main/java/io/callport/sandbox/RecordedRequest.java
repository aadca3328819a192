package io.callport.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the sandbox received. Holds no header except a trace's, and no secret.
 *
 * @param account the account that it named, as {@code vendor:key}, whether known or not; null if it named none
 * @param method the HTTP method
 * @param path the path, without a query
 * @param arrivedAt when its headers had arrived, by the vendors' clock
 * @param sinceStart the same, since the sandbox started, by a clock that never goes back: for measuring between requests
 * @param verdict what was made of it: one of {@link io.callport.sandbox.vendor.Verdict}, or {@code fault:<its name>}
 * @param body its body as text, at most its first 2,048 characters
 * @param trace its headers {@code traceparent} and {@code tracestate}, which no vendor looks at, as far as it has them; at most
 *     the first 2,048 characters of each
 */
public record RecordedRequest(
        @Nullable String account,
        String method,
        String path,
        Instant arrivedAt,
        Duration sinceStart,
        String verdict,
        String body,
        Map<String, String> trace) {
    public RecordedRequest {
        trace = Map.copyOf(trace);
    }

    /** Its trace's parent; null if it has none. */
    public @Nullable String traceparent() {
        return trace.get("traceparent");
    }

    /** Its trace's state; null if it has none. */
    public @Nullable String tracestate() {
        return trace.get("tracestate");
    }
}
