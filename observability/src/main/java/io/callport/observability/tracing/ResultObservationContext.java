package io.callport.observability.tracing;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;

/** The context of {@code callport.result}, for conventions and handlers of an application's own. One thread owns it. */
public final class ResultObservationContext extends SenderContext<Map<String, String>> {
    private final CommandObservationContext command;
    private String topic = Outcomes.NONE;

    ResultObservationContext(CommandObservationContext command) {
        super(
                (headers, name, value) -> {
                    if (headers != null) {
                        headers.put(name, value);
                    }
                },
                Kind.PRODUCER);
        setCarrier(new HashMap<>());
        setRemoteServiceName("kafka");
        this.command = command;
    }

    /** Whose result it is. */
    public CommandObservationContext command() {
        return command;
    }

    /** The topic that it was published to; {@code none} while that is not known. */
    public String topic() {
        return topic;
    }

    Map<String, String> headers() {
        Map<String, String> carrier = getCarrier();
        return carrier == null ? Map.of() : Map.copyOf(carrier);
    }

    void published(String to) {
        topic = to;
    }
}
