package io.callport.observability.tracing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request that the current thread makes. Thread-safe. */
final class CurrentRequest {
    @SuppressWarnings("ThreadLocalUsage") // one for each service, which has threads of its own
    private final ThreadLocal<@Nullable Current> current = new ThreadLocal<>();

    private record Current(
            Map<String, String> headers, @Nullable RequestObservationContext context) {}

    void begin(RequestObservationContext context) {
        current.set(new Current(context.headers(), context));
    }

    void begin(Map<String, String> headers) {
        current.set(new Current(headers, null));
    }

    void end() {
        current.remove();
    }

    /** The trace context of the request; empty if the request has no trace, or the thread makes no request. */
    Map<String, String> headers() {
        Current request = current.get();
        return request == null ? Map.of() : request.headers;
    }

    /** Records the endpoint of this thread's request. */
    void asked(String endpoint) {
        Current request = current.get();
        if (request != null && request.context != null) {
            request.context.asked(endpoint);
        }
    }
}
