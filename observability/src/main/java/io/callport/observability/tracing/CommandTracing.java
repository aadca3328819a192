package io.callport.observability.tracing;

import io.callport.http.settings.HttpListener;
import io.callport.kafka.tracing.CommandTrace;
import io.callport.kafka.tracing.RequestTrace;
import io.callport.kafka.tracing.TracedCommand;
import io.callport.kafka.tracing.Tracing;
import io.callport.query.Outcome;
import io.callport.switchboard.Request;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Observes each command: {@code callport.command} from its record to its committed result; {@code callport.request}, a
 * child of it, for each request to a vendor; {@code callport.result}, another child, while its result is published. A
 * registry whose handlers bridge to a tracer turns the observations into spans, with the command's {@code traceparent}
 * as their parent.
 *
 * <p>The headers that a bridge writes go with the vendor's request and with the result. Where no bridge writes any, the
 * command's own {@code traceparent} goes with both.
 *
 * <p>Thread-safe.
 */
public final class CommandTracing {
    private final ObservationRegistry registry;
    private final Observations observations;
    private final boolean toVendors;
    private final CurrentRequest current = new CurrentRequest();

    /**
     * Creates the tracing of commands for a registry.
     *
     * @param registry the registry with the handlers of a bridge, or {@link ObservationRegistry#NOOP} for no
     *     observations
     * @param vendors the vendors with accounts: other vendors share one name, because any publisher can invent names
     * @param toVendors whether the context of a trace goes with requests to vendors
     */
    public CommandTracing(ObservationRegistry registry, Set<String> vendors, boolean toVendors) {
        this.registry = registry;
        this.observations = new Observations(registry, Set.copyOf(vendors));
        this.toVendors = toVendors;
    }

    /** The tracing for the loop. */
    public Tracing ofCommands() {
        if (registry != ObservationRegistry.NOOP) { // handlers may be added later
            return new Observed();
        }
        return toVendors ? new ContextForwarding(current) : Tracing.NONE;
    }

    /** A listener for the ports that adds the trace's headers and calls the next listener. */
    public HttpListener ofRequests(HttpListener next) {
        return new TraceHeaderListener(next, current, toVendors);
    }

    private final class Observed implements Tracing {
        @Override
        public CommandTrace commandRead(TracedCommand command) {
            return new ObservedCommand(observations, command);
        }

        @Override
        public RequestTrace requestStarts(Request request, List<CommandTrace> commands) {
            List<ObservedCommand> observed = commands.stream()
                    .filter(ObservedCommand.class::isInstance)
                    .map(ObservedCommand.class::cast)
                    .toList();
            RequestObservationContext context = observations.context(request, observed);
            Observation observation = observations.start(context, observed);
            Observation.Scope before = registry.getCurrentObservationScope();
            Observation.Scope scope = scope(observation, before);
            current.begin(context);
            return new RequestTrace() {
                @Override
                public void ended(Outcome outcome) {
                    current.end();
                    try {
                        scope.close();
                    } finally {
                        registry.setCurrentObservationScope(before);
                        observations.end(observation, context, outcome);
                    }
                }
            };
        }

        /**
         * Opens the scope of an observation. The thread soon serves another request, so a handler that fails must leave
         * nothing on the thread.
         */
        private Observation.Scope scope(Observation observation, Observation.@Nullable Scope before) {
            try {
                return observation.openScope();
            } catch (RuntimeException | Error e) {
                registry.setCurrentObservationScope(before);
                observation.stop();
                throw e;
            }
        }
    }
}
