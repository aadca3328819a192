package io.callport.observability.tracing;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** What {@code callport.command} is called unless an application has a convention of its own. */
enum CommandConvention implements ObservationConvention<CommandContext> {
    DEFAULT;

    @Override
    public String getName() {
        return "callport.command";
    }

    @Override
    public String getContextualName(CommandContext context) {
        return "process " + context.topic();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(CommandContext context) {
        return Keys.ofMessages("process", context.topic()).and(Keys.ofCommand(context));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(CommandContext context) {
        String shared = context.sharedRequest();
        KeyValues named = Keys.named(context);
        return shared == null ? named : named.and("shared.request", shared);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof CommandContext;
    }
}
