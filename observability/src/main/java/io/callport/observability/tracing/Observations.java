package io.callport.observability.tracing;

import io.callport.kafka.tracing.TracedCommand;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Request;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Set;

/**
 * Starts and ends observations in a registry. Thread-safe.
 *
 * @param registry the registry whose handlers receive the observations
 * @param vendors the vendors that have a name of their own
 */
record Observations(ObservationRegistry registry, Set<String> vendors) {
    private static final String UNKNOWN = "unknown";

    /** The refusals that an operator should look into; all other refusals are to be expected. */
    private static final Set<Reason> FAILURES =
            Set.of(Reason.UNAUTHORIZED, Reason.VENDOR_UNAVAILABLE, Reason.MALFORMED_ANSWER, Reason.ANSWER_TOO_LARGE);

    /** Starts the observation of a command, as a part of its publisher's trace if the record's headers name one. */
    Observation start(CommandObservationContext context) {
        Observation started =
                begun(Observation.createNotStarted(null, CommandConvention.DEFAULT, () -> context, registry));
        context.releaseRecord();
        return started;
    }

    Observation start(ResultObservationContext context, Observation command) {
        return begun(Observation.createNotStarted(null, ResultConvention.DEFAULT, () -> context, registry)
                .parentObservation(command));
    }

    /**
     * Starts an observation. If a handler fails, no caller has the observation to stop it later, so this method stops
     * what the other handlers began.
     */
    private static Observation begun(Observation observation) {
        try {
            return observation.start();
        } catch (RuntimeException | Error e) {
            observation.stop();
            throw e;
        }
    }

    /** Starts the observation of a request, as a part of the first command's trace. */
    Observation start(RequestObservationContext context, List<ObservedCommand> commands) {
        Observation observation =
                Observation.createNotStarted(null, RequestConvention.DEFAULT, () -> context, registry);
        if (!commands.isEmpty()) {
            observation.parentObservation(commands.get(0).observation());
        }
        begun(observation);
        if (context.headers().isEmpty()) {
            commands.stream()
                    .map(command -> command.received().headers())
                    .filter(received -> !received.isEmpty())
                    .findFirst()
                    .ifPresent(context.headers()::putAll);
        }
        String parent = context.headers().get(TraceHeaders.PARENT);
        commands.stream().skip(1).forEach(command -> command.sharesRequest(parent));
        return observation;
    }

    void end(Observation observation, RequestObservationContext context, Outcome outcome) {
        QueryFailure failure = outcome.failure();
        context.ended(
                outcome, failure == null ? Outcomes.ANSWERED : failure.reason().code());
        try {
            if (failure != null) {
                error(observation, failure.reason(), failure.detail());
            }
        } finally {
            observation.stop();
        }
    }

    /** Marks an observation as failed, if the refusal is a failure. */
    void error(Observation observation, Reason reason, String detail) {
        if (FAILURES.contains(reason)) {
            observation.error(new QueryRefusedException(reason, detail));
        }
    }

    CommandObservationContext context(TracedCommand command) {
        return new CommandObservationContext(command, vendor(command.account().vendor()));
    }

    RequestObservationContext context(Request request, List<ObservedCommand> commands) {
        return new RequestObservationContext(
                request, commands.stream().map(ObservedCommand::received).toList());
    }

    private String vendor(String vendor) {
        return vendors.contains(vendor) ? vendor : UNKNOWN;
    }
}
