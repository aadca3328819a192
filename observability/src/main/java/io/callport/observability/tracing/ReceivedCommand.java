package io.callport.observability.tracing;

import java.util.Map;

/**
 * The id and the trace context of a command, which name it in the trace of another command.
 *
 * @param id the id that the publisher gave the command, or else the place of its first publication
 * @param headers the valid {@code traceparent} and {@code tracestate} of the received command; empty if there were none
 */
public record ReceivedCommand(String id, Map<String, String> headers) {
    public ReceivedCommand {
        headers = Map.copyOf(headers);
    }
}
