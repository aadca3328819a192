package io.callport.observability.tracing;

import static java.util.stream.Collectors.joining;

import io.callport.switchboard.Request;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import java.util.List;

/** The names and keys of {@code callport.request}, unless an application has a convention of its own. */
enum RequestConvention implements ObservationConvention<RequestObservationContext> {
    DEFAULT;

    private static final int MAX_NAMED = 10;

    @Override
    public String getName() {
        return "callport.request";
    }

    @Override
    public String getContextualName(RequestObservationContext context) {
        return "request " + ObservationKeys.query(context.request());
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(RequestObservationContext context) {
        Request request = context.request();
        return KeyValues.of(
                ObservationKeys.VENDOR,
                request.account().vendor(),
                ObservationKeys.QUERY,
                ObservationKeys.query(request),
                "endpoint",
                context.endpoint(),
                ObservationKeys.OUTCOME,
                context.outcome());
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(RequestObservationContext context) {
        KeyValues own = KeyValues.of(
                ObservationKeys.ACCOUNT,
                ObservationKeys.shortened(context.request().account().toString()),
                "attempt",
                String.valueOf(context.request().attempt()));
        List<ReceivedCommand> commands = context.commands();
        if (commands.isEmpty()) {
            return own;
        }
        KeyValues named = own.and(
                ObservationKeys.COMMAND,
                ObservationKeys.shortened(commands.get(0).id()));
        return commands.size() == 1 ? named : named.and(others(commands));
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof RequestObservationContext;
    }

    /** Names the other commands and their traces, because an observation has no links. */
    private static KeyValues others(List<ReceivedCommand> commands) {
        String ids = commands.stream()
                .skip(1)
                .limit(MAX_NAMED)
                .map(it -> ObservationKeys.shortened(it.id()))
                .collect(joining(" "));
        String traces = commands.stream()
                .skip(1)
                .map(it -> it.headers().get(TraceHeaders.PARENT))
                .filter(parent -> parent != null)
                .limit(MAX_NAMED)
                .collect(joining(" "));
        KeyValues shared = KeyValues.of("shared.by", String.valueOf(commands.size()), "shared.commands", ids);
        return traces.isEmpty() ? shared : shared.and("shared.traces", traces);
    }
}
