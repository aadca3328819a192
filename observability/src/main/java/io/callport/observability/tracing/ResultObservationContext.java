package io.callport.observability.tracing;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;

/**
 * The context of {@code callport.result}, for an application's own conventions and handlers. One thread owns an
 * instance.
 */
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

    /** The context of the command that the result belongs to. */
    public CommandObservationContext command() {
        return command;
    }

    /** The topic to which the result was published; {@code none} before the publication. */
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
