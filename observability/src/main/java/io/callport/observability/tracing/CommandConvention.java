package io.callport.observability.tracing;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** The names and keys of {@code callport.command}, unless an application has a convention of its own. */
enum CommandConvention implements ObservationConvention<CommandObservationContext> {
    DEFAULT;

    @Override
    public String getName() {
        return "callport.command";
    }

    @Override
    public String getContextualName(CommandObservationContext context) {
        return "process " + context.topic();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(CommandObservationContext context) {
        return ObservationKeys.ofMessages("process", context.topic()).and(ObservationKeys.ofCommand(context));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(CommandObservationContext context) {
        String shared = context.sharedRequest();
        KeyValues named = ObservationKeys.named(context);
        return shared == null ? named : named.and("shared.request", shared);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof CommandObservationContext;
    }
}
