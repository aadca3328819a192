package io.callport.observability.tracing;

import io.callport.query.Outcome;
import io.callport.switchboard.Request;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The context of {@code callport.request}, for an application's own conventions and handlers. One thread owns an
 * instance.
 */
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

    /** The request, with its account, its query and the number of its attempt. */
    public Request request() {
        return request;
    }

    /** The commands for which the request was started, in the order of their arrival, at most 128. */
    public List<ReceivedCommand> commands() {
        return commands;
    }

    /**
     * The path of the request, as in {@code /openapi/v1/call/query/number}; {@code none} while the path is not known,
     * and if nothing was sent.
     */
    public String endpoint() {
        return endpoint;
    }

    /** The outcome: {@code answered}, the reason of the refusal, or {@code none} while the request goes on. */
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
