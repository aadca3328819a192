package io.callport.observability.tracing;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** The names and keys of {@code callport.result}, unless an application has a convention of its own. */
enum ResultConvention implements ObservationConvention<ResultObservationContext> {
    DEFAULT;

    @Override
    public String getName() {
        return "callport.result";
    }

    @Override
    public String getContextualName(ResultObservationContext context) {
        return "send " + context.topic();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(ResultObservationContext context) {
        return ObservationKeys.ofMessages("send", context.topic()).and(ObservationKeys.ofCommand(context.command()));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ResultObservationContext context) {
        return ObservationKeys.named(context.command());
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ResultObservationContext;
    }
}
