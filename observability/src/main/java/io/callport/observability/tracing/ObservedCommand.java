package io.callport.observability.tracing;

import io.callport.kafka.tracing.CommandTrace;
import io.callport.kafka.tracing.TracedCommand;
import io.callport.query.Reason;
import io.micrometer.observation.Observation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The observations of a command and of its result. The loop's thread owns an instance, except the {@link #received()}
 * command.
 */
final class ObservedCommand implements CommandTrace {
    private final Observations observations;
    private final CommandObservationContext context;
    private final ReceivedCommand received;
    private final Observation observation;
    private @Nullable ResultObservationContext result;
    private Observation publishing = Observation.NOOP;

    ObservedCommand(Observations observations, TracedCommand command) {
        this.observations = observations;
        this.context = observations.context(command);
        this.received = new ReceivedCommand(command.id(), TraceHeaders.of(command.headers()));
        this.observation = observations.start(context);
    }

    Observation observation() {
        return observation;
    }

    ReceivedCommand received() {
        return received;
    }

    /**
     * Records the {@code traceparent} of a request that this command shares with another command, in whose trace the
     * request is.
     */
    void sharesRequest(@Nullable String traceparent) {
        context.sharesRequest(traceparent);
    }

    @Override
    public Map<String, String> resultReady() {
        ResultObservationContext ready = new ResultObservationContext(context);
        result = ready;
        publishing = observations.start(ready, observation);
        return ready.headers();
    }

    @Override
    public void resultPublished(String topic, @Nullable Reason refused) {
        if (result != null) {
            result.published(topic);
        }
        try {
            if (refused != null) {
                observations.error(observation, refused, "");
            }
        } finally {
            end(Outcomes.of(refused));
        }
    }

    @Override
    public void handedOver() {
        end(Outcomes.HANDED_OVER);
    }

    private void end(String outcome) {
        context.ended(outcome);
        try {
            publishing.stop();
        } finally {
            observation.stop();
        }
    }
}
