package io.callport.observability.tracing;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** What {@code callport.result} is called unless an application has a convention of its own. */
enum ResultConvention implements ObservationConvention<ResultContext> {
    DEFAULT;

    @Override
    public String getName() {
        return "callport.result";
    }

    @Override
    public String getContextualName(ResultContext context) {
        return "send " + context.topic();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(ResultContext context) {
        return Keys.ofMessages("send", context.topic()).and(Keys.ofCommand(context.command()));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ResultContext context) {
        return Keys.named(context.command());
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ResultContext;
    }
}
