package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.sandbox.RecordedRequest;
import io.callport.sandbox.broker.EmbeddedKafka;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A trace goes from a command through its requests to its result, with a real bridge to OpenTelemetry, and without any.
 */
class TracingEndToEndTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PUBLISHER = "b7ad6b7169203331";
    private static final String PARENT = "00-" + TRACE + "-" + PUBLISHER + "-01";
    private static final String OTHER_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OTHER_PARENT = "00-" + OTHER_TRACE + "-00f067aa0ba902b7-01";
    private static final String LOOKUP = "call-info.lookup";

    private static EmbeddedKafka broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedKafka.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aTraceGoesFromTheCommandThroughTheRequestToTheResult() {
        try (TracedFixture traced = new TracedFixture(broker.bootstrapServers(), "")) {
            String id = traced.publish(
                    ServiceFixture.CALLBOT,
                    LOOKUP,
                    ServiceFixture.LOOKUP,
                    Map.of("traceparent", PARENT, "tracestate", "shop=1", "ce_id", "c-1"));
            ConsumerRecord<String, String> result = traced.result(ServiceFixture.CALLBOT, id);
            List<SpanData> spans = traced.spans(TRACE, 3);
            SpanData request = spans.get(1);
            SpanData sent = spans.get(2);

            areOfOneCommand(traced, spans);
            assertThat(attribute(request, "endpoint")).isEqualTo("/callcentre/v2/callinfo");
            assertThat(attribute(request, "attempt")).isEqualTo("1");
            assertThat(attribute(sent, "messaging.destination.name"))
                    .isEqualTo(traced.fixture.topics(ServiceFixture.CALLBOT).results());

            assertThat(traced.seenByVendors()).containsExactly(parent(request));
            assertThat(states(traced.fixture)).containsExactly("shop=1");
            assertThat(traced.fixture.verdicts()).containsExactly("accepted");
            assertThat(headers(result, "traceparent")).containsExactly(parent(sent));
            assertThat(headers(result, "ce_traceparent")).containsExactly(parent(sent));
            assertThat(headers(result, "tracestate")).containsExactly("shop=1");
        }
    }

    private static void areOfOneCommand(TracedFixture traced, List<SpanData> spans) {
        SpanData command = spans.get(0);
        assertThat(spans)
                .extracting(SpanData::getKind)
                .containsExactly(SpanKind.CONSUMER, SpanKind.CLIENT, SpanKind.PRODUCER);
        assertThat(spans)
                .extracting(SpanData::getParentSpanId)
                .containsExactly(PUBLISHER, command.getSpanId(), command.getSpanId());
        assertThat(spans)
                .extracting(SpanData::getName)
                .containsExactly(
                        "process "
                                + traced.fixture.topics(ServiceFixture.CALLBOT).commands(),
                        "request call-info.lookup",
                        "send " + traced.fixture.topics(ServiceFixture.CALLBOT).results());
        assertThat(spans).allSatisfy(span -> {
            assertThat(span.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
            assertThat(attribute(span, "vendor")).isEqualTo("callbot");
            assertThat(attribute(span, "query")).isEqualTo(LOOKUP);
            assertThat(attribute(span, "outcome")).isEqualTo("answered");
            assertThat(attribute(span, "account")).isEqualTo(ServiceFixture.CALLBOT.toString());
            assertThat(attribute(span, "command.id")).isEqualTo("c-1");
            assertThat(span.getEndEpochNanos()).isLessThanOrEqualTo(command.getEndEpochNanos());
        });
    }

    @Test
    void aCommandWithoutATraceOrWithABrokenOneBeginsOne() {
        try (TracedFixture traced = new TracedFixture(broker.bootstrapServers(), "")) {
            for (String broken : List.of("", "00-" + TRACE + "-b7ad-01", "x".repeat(5_000), "00-" + "0".repeat(32))) {
                Map<String, String> headers = broken.isEmpty() ? Map.of() : Map.of("traceparent", broken);
                String id = traced.publish(ServiceFixture.CALLBOT, LOOKUP, ServiceFixture.LOOKUP, headers);
                ConsumerRecord<String, String> result = traced.result(ServiceFixture.CALLBOT, id);
                assertThat(result.value()).contains("\"answered\"");
                String trace = BackEndClient.header(result, "traceparent").substring(3, 35);

                List<SpanData> spans = traced.spans(trace, 3);
                assertThat(spans.get(0).getParentSpanContext().isValid()).isFalse();
                assertThat(spans.get(0).getKind()).isEqualTo(SpanKind.CONSUMER);
                assertThat(traced.seenByVendors()).contains(parent(spans.get(1)));
            }
            assertThat(traced.spans(TRACE)).isEmpty();
        }
    }

    @Test
    void eachAttemptIsASpanAndOnlyTheFailedOneIsAnError() {
        try (TracedFixture traced = new TracedFixture(broker.bootstrapServers(), "")) {
            traced.fixture.vendors.arm(Fault.of(FaultKind.STATUS, "status", 503));
            String id = traced.publish(
                    ServiceFixture.CALLBOT, LOOKUP, ServiceFixture.LOOKUP, Map.of("ce_traceparent", PARENT));
            assertThat(traced.result(ServiceFixture.CALLBOT, id).value()).contains("\"attempts\":2");
            List<SpanData> spans = traced.spans(TRACE, 4);

            assertThat(spans)
                    .extracting(span -> attribute(span, "outcome"))
                    .containsExactly("answered", "vendor-unavailable", "answered", "answered");
            assertThat(spans)
                    .extracting(span -> span.getStatus().getStatusCode() == StatusCode.ERROR)
                    .containsExactly(false, true, false, false);
            assertThat(spans.subList(1, 3))
                    .extracting(span -> attribute(span, "attempt"))
                    .containsExactly("1", "2");
            assertThat(spans.subList(1, 3))
                    .extracting(SpanData::getParentSpanId)
                    .containsOnly(spans.get(0).getSpanId());
            assertThat(traced.seenByVendors()).containsExactly(parent(spans.get(1)), parent(spans.get(2)));
        }
    }

    @Test
    void aFailureIsAnErrorAndARefusalThatOneHasToExpectIsNone() {
        try (TracedFixture traced = new TracedFixture(broker.bootstrapServers(), "")) {
            String wrong = traced.publish(
                    ServiceFixture.CALLBOT, "number-pool.wrong", "{}", Map.of("traceparent", OTHER_PARENT));
            assertThat(traced.result(ServiceFixture.CALLBOT, wrong).value()).contains("unsupported-query");
            List<SpanData> expected = traced.spans(OTHER_TRACE, 2);
            assertThat(expected).extracting(SpanData::getKind).containsExactly(SpanKind.CONSUMER, SpanKind.PRODUCER);
            assertThat(expected).allSatisfy(span -> {
                assertThat(span.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
                assertThat(attribute(span, "outcome")).isEqualTo("unsupported-query");
                assertThat(attribute(span, "query")).isEqualTo("none");
            });

            traced.fixture.vendors.arm(Fault.of(FaultKind.STATUS, "status", 401));
            String failed = traced.publish(
                    ServiceFixture.CALLBOT, LOOKUP, ServiceFixture.LOOKUP, Map.of("traceparent", PARENT));
            assertThat(traced.result(ServiceFixture.CALLBOT, failed).value()).contains("unauthorized");
            List<SpanData> spans = traced.spans(TRACE, 3);
            assertThat(spans).extracting(span -> attribute(span, "outcome")).containsOnly("unauthorized");
            assertThat(spans)
                    .extracting(span -> span.getStatus().getStatusCode() == StatusCode.ERROR)
                    .containsExactly(true, true, false);
        }
    }

    @Test
    void aSharedRequestIsTheFirstCommandsAndNamesTheOthers() {
        try (TracedFixture traced = new TracedFixture(broker.bootstrapServers(), "MD5, budget: 1/PT3S", "")) {
            String spends = traced.publish(ServiceFixture.CALLBOT, LOOKUP, ServiceFixture.LOOKUP, Map.of());
            traced.result(ServiceFixture.CALLBOT, spends);
            String first = traced.publish(
                    ServiceFixture.CALLBOT,
                    LOOKUP,
                    ServiceFixture.LOOKUP,
                    Map.of("traceparent", PARENT, "ce_id", "c-1"));
            String second = traced.publish(
                    ServiceFixture.CALLBOT,
                    LOOKUP,
                    ServiceFixture.LOOKUP,
                    Map.of("traceparent", OTHER_PARENT, "ce_id", "c-2"));
            assertThat(traced.result(ServiceFixture.CALLBOT, first).value()).contains("\"sharedBy\":2");
            ConsumerRecord<String, String> result = traced.result(ServiceFixture.CALLBOT, second);
            List<SpanData> spans = traced.spans(TRACE, 3);
            List<SpanData> others = traced.spans(OTHER_TRACE, 2);
            SpanData request = spans.get(1);

            assertThat(request.getParentSpanId()).isEqualTo(spans.get(0).getSpanId());
            assertThat(attribute(request, "command.id")).isEqualTo("c-1");
            assertThat(attribute(request, "shared.by")).isEqualTo("2");
            assertThat(attribute(request, "shared.commands")).isEqualTo("c-2");
            assertThat(attribute(request, "shared.traces")).isEqualTo(OTHER_PARENT);
            assertThat(others).extracting(SpanData::getKind).containsExactly(SpanKind.CONSUMER, SpanKind.PRODUCER);
            assertThat(attribute(others.get(0), "shared.request")).isEqualTo(parent(request));
            assertThat(attribute(spans.get(0), "shared.request")).isNull();
            assertThat(BackEndClient.header(result, "traceparent")).isEqualTo(parent(others.get(1)));
            assertThat(traced.seenByVendors()).hasSize(2).endsWith(parent(request));
        }
    }

    @Test
    void vendorsGetNoTraceHeadersIfTheConfigurationSaysSo() {
        String silent = "tracing: { propagate-to-vendors: false }\n";
        try (TracedFixture traced = new TracedFixture(broker.bootstrapServers(), silent)) {
            String id = traced.publish(
                    ServiceFixture.CALLBOT,
                    LOOKUP,
                    ServiceFixture.LOOKUP,
                    Map.of("traceparent", PARENT, "tracestate", "shop=1"));
            ConsumerRecord<String, String> result = traced.result(ServiceFixture.CALLBOT, id);
            assertThat(states(traced.fixture)).containsOnlyNulls();
            assertThat(BackEndClient.header(result, "traceparent"))
                    .isEqualTo(parent(traced.spans(TRACE, 3).get(2)));
            assertThat(traced.seenByVendors()).containsOnlyNulls();
        }
        try (ServiceFixture fixture = ServiceFixture.on(broker.bootstrapServers(), "MD5", silent);
                BackEndClient backEnd = fixture.backEnd()) {
            ask(fixture, backEnd, Map.of("traceparent", PARENT, "tracestate", "shop=1"));
            assertThat(states(fixture)).containsOnlyNulls();
            assertThat(fixture.vendors.requests())
                    .extracting(RecordedRequest::traceparent)
                    .containsOnlyNulls();
        }
    }

    @Test
    void withoutABridgeTheCommandsOwnTraceGoesOnIfItIsOne() {
        try (ServiceFixture fixture = ServiceFixture.on(broker.bootstrapServers());
                BackEndClient backEnd = fixture.backEnd()) {
            ConsumerRecord<String, String> result =
                    ask(fixture, backEnd, Map.of("traceparent", PARENT, "tracestate", "shop=1"));
            assertThat(headers(result, "traceparent")).containsExactly(PARENT);
            assertThat(headers(result, "ce_traceparent")).containsExactly(PARENT);
            assertThat(headers(result, "tracestate")).containsExactly("shop=1");

            assertThat(BackEndClient.header(ask(fixture, backEnd, Map.of("traceparent", "broken")), "traceparent"))
                    .isEqualTo("broken");
            assertThat(headers(ask(fixture, backEnd, Map.of()), "traceparent")).isEmpty();
            assertThat(fixture.vendors.requests())
                    .extracting(RecordedRequest::traceparent)
                    .containsExactly(PARENT, null, null);
            assertThat(states(fixture)).containsExactly("shop=1", null, null);
        }
    }

    /** The {@code tracestate} that vendors see: the text of the publisher's tracing system, unchanged. */
    private static List<String> states(ServiceFixture fixture) {
        return fixture.vendors.requests().stream()
                .map(RecordedRequest::tracestate)
                .toList();
    }

    private static ConsumerRecord<String, String> ask(
            ServiceFixture fixture, BackEndClient backEnd, Map<String, String> headers) {
        String json = TracedFixture.command(ServiceFixture.CALLBOT, LOOKUP, ServiceFixture.LOOKUP);
        String id = TracedFixture.publish(backEnd, fixture, ServiceFixture.CALLBOT, json, headers);
        return backEnd.await(fixture.topics(ServiceFixture.CALLBOT).results(), "ce_id", id);
    }

    private static String parent(SpanData span) {
        String flags = span.getSpanContext().getTraceFlags().asHex();
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + flags;
    }

    private static String attribute(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.stringKey(key));
    }

    private static List<String> headers(ConsumerRecord<String, String> result, String name) {
        return StreamSupport.stream(result.headers().headers(name).spliterator(), false)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
