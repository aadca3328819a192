package io.callport.observability.tracing;

import io.callport.query.Outcome;
import io.callport.switchboard.Request;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The context of {@code callport.request}, for conventions and handlers of an application's own. One thread owns it. */
public final class RequestObservationContext extends RequestReplySenderContext<Map<String, String>, Outcome> {
    private final Request request;
    private final List<ReceivedCommand> commands;
    private String endpoint = Outcomes.NONE;
    private String outcome = Outcomes.NONE;

    RequestObservationContext(Request request, List<ReceivedCommand> commands) {
        super((headers, name, value) -> {
            if (headers != null) {
                headers.put(name, value);
            }
        });
        setCarrier(new HashMap<>());
        setRemoteServiceName(request.account().vendor());
        this.request = request;
        this.commands = commands;
    }

    /** The request, with its account, its query and which attempt it is. */
    public Request request() {
        return request;
    }

    /** The commands that it was started for, in the order in which they came in, at most 128. */
    public List<ReceivedCommand> commands() {
        return commands;
    }

    /** Its path, as in {@code /openapi/v1/call/query/number}; {@code none} while it is not known, and if nothing was sent. */
    public String endpoint() {
        return endpoint;
    }

    /** {@code answered}, the reason why not, or {@code none} yet. */
    public String outcome() {
        return outcome;
    }

    Map<String, String> headers() {
        Map<String, String> carrier = getCarrier();
        return carrier == null ? Map.of() : carrier;
    }

    void asked(String path) {
        endpoint = path;
    }

    void ended(Outcome reply, String how) {
        setResponse(reply);
        outcome = how;
    }
}
