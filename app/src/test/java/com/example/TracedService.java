package com.example;

import io.callport.app.service.Service;
import io.callport.config.Configuration;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.OpenTelemetry;

/** The example of docs/operations.md: the service with an application's OpenTelemetry. */
public final class TracedService {
    private TracedService() {}

    /** Starts the service with traces. */
    public static Service start(Configuration configuration, OpenTelemetry telemetry) {
        // example
        var spans = telemetry.getTracer("callport");
        var tracer = new OtelTracer(spans, new OtelCurrentTraceContext(), event -> {});
        var propagator = new OtelPropagator(telemetry.getPropagators(), spans);
        ObservationRegistry observations = ObservationRegistry.create();
        observations
                .observationConfig()
                .observationHandler(new FirstMatchingCompositeObservationHandler(
                        new PropagatingReceiverTracingObservationHandler<>(tracer, propagator),
                        new PropagatingSenderTracingObservationHandler<>(tracer, propagator),
                        new DefaultTracingObservationHandler(tracer)));
        Service service = Service.start(configuration, observations);
        // end
        return service;
    }
}
