package io.callport.observability.tracing;

import io.callport.kafka.tracing.CommandTrace;
import io.callport.kafka.tracing.RequestTrace;
import io.callport.kafka.tracing.TracedCommand;
import io.callport.kafka.tracing.Tracing;
import io.callport.query.Outcome;
import io.callport.switchboard.Request;
import java.util.List;
import java.util.Map;

/**
 * The tracing without observations: of a request's commands, the first one with a trace context passes the context on
 * to the request.
 */
record ContextForwarding(CurrentRequest current) implements Tracing {
    @Override
    public CommandTrace commandRead(TracedCommand command) {
        Map<String, String> headers = TraceHeaders.of(command.headers());
        return headers.isEmpty() ? CommandTrace.NONE : new Received(headers);
    }

    @Override
    public RequestTrace requestStarts(Request request, List<CommandTrace> commands) {
        for (CommandTrace command : commands) {
            if (command instanceof Received received) {
                current.begin(received.headers);
                return new Ended(current);
            }
        }
        return RequestTrace.NONE;
    }

    private record Received(Map<String, String> headers) implements CommandTrace {}

    private record Ended(CurrentRequest current) implements RequestTrace {
        @Override
        public void ended(Outcome outcome) {
            current.end();
        }
    }
}
