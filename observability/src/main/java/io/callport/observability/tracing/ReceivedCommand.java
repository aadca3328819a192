package io.callport.observability.tracing;

import java.util.Map;

/**
 * What names a command in another's trace.
 *
 * @param id the publisher's id of it, or else where it was published first
 * @param headers the valid {@code traceparent} and {@code tracestate} that it came with; empty if it had none
 */
public record ReceivedCommand(String id, Map<String, String> headers) {
    public ReceivedCommand {
        headers = Map.copyOf(headers);
    }
}
