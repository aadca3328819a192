package io.callport.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the sandbox received. The record holds no header except the trace's headers, and no secret.
 *
 * @param account the account in the request, as {@code vendor:key}, whether known or not; null if the request names
 *     none
 * @param method the HTTP method
 * @param path the path, without a query
 * @param arrivedAt the time when its headers had arrived, by the vendors' clock
 * @param sinceStart the same time since the sandbox started, by a clock that never goes back, for measuring between
 *     requests
 * @param verdict the result of its checks: a constant of {@link io.callport.sandbox.vendor.Verdict}, or
 *     {@code fault:<its name>}
 * @param body the body as text, at most the first 2,048 characters
 * @param trace the headers {@code traceparent} and {@code tracestate}, which no vendor checks, as far as the request
 *     has them; at most the first 2,048 characters of each
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

    /** The parent of the request's trace; null if there is none. */
    public @Nullable String traceparent() {
        return trace.get("traceparent");
    }

    /** The state of the request's trace; null if there is none. */
    public @Nullable String tracestate() {
        return trace.get("tracestate");
    }
}
