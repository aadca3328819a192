package io.callport.app.endtoend;

import com.example.TracedService;
import io.callport.account.Account;
import io.callport.sandbox.RecordedRequest;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The service with an application's OpenTelemetry, whose spans stay in memory; a back end before it, vendors behind it.
 */
final class TracedFixture implements AutoCloseable {
    final ServiceFixture fixture;
    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exported))
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();
    private final BackEndClient backEnd;

    TracedFixture(String bootstrap, String configuration) {
        this(bootstrap, "SHA256", configuration);
    }

    TracedFixture(String bootstrap, String algorithm, String configuration) {
        fixture = ServiceFixture.on(bootstrap, algorithm, configuration, it -> TracedService.start(it, telemetry));
        backEnd = fixture.backEnd();
    }

    /** Publishes a command; returns its id. */
    String publish(Account account, String query, String params, Map<String, String> headers) {
        return publish(backEnd, fixture, account, command(account, query, params), headers);
    }

    static String command(Account account, String query, String params) {
        return "{\"query\":\"%s\",\"account\":\"%s\",\"params\":%s}".formatted(query, account, params);
    }

    static String publish(
            BackEndClient backEnd, ServiceFixture fixture, Account account, String json, Map<String, String> headers) {
        List<Header> all = new ArrayList<>();
        headers.forEach((name, value) -> all.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
        return backEnd.publish(
                fixture.topics(account).commands(), null, account.toString(), json, all.toArray(new Header[0]));
    }

    ConsumerRecord<String, String> result(Account account, String id) {
        return backEnd.await(fixture.topics(account).results(), "ce_id", id);
    }

    /** The spans of a trace, in the order in which they began, once there are so many. */
    List<SpanData> spans(String trace, int count) {
        SecuredFixture.until(count + " spans of " + trace, () -> spans(trace).size() >= count);
        return spans(trace);
    }

    List<SpanData> spans(String trace) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace))
                .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
                .toList();
    }

    List<String> seenByVendors() {
        return fixture.vendors.requests().stream()
                .map(RecordedRequest::traceparent)
                .toList();
    }

    @Override
    public void close() {
        backEnd.close();
        fixture.close();
        telemetry.close();
    }
}
