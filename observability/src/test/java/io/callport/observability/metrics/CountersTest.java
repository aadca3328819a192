package io.callport.observability.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.catalog.Events;
import io.callport.http.settings.HttpListener;
import io.callport.kafka.state.EventSinkListener;
import io.callport.kafka.state.EventSinkListener.Refusal;
import io.callport.kafka.state.LoopListener;
import io.callport.observability.SeriesPage;
import io.callport.query.Reason;
import io.callport.webhook.settings.WebhookListener;
import io.callport.webhook.settings.WebhookOutcome;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each event raises its own series and no other, because alerts depend on these series. */
class CountersTest {
    private static final Account MOOR = new Account("7moor", "1");
    private static final String EVENT = "{event=\"call-info.call-state\",vendor=\"7moor\"}";
    private static final Duration TOOK = Duration.ofMillis(250);

    private final Metrics metrics = new Metrics(Set.of("7moor"), List.of("in"), List.of("kept"));
    private final LoopListener loop = metrics.ofCommands();
    private final HttpListener http = metrics.ofRequests();
    private final EventSinkListener sink = metrics.ofEvents();
    private final WebhookListener webhooks = metrics.ofWebhooks();

    /** An event, and the series that it raises, each with the increase. */
    private record Event(String method, Runnable report, Map<String, Double> rises) {}

    private final List<Event> events = List.of(
            event("deadLetterPublished", () -> loop.deadLetterPublished("in"), "dead_letters_total{topic=\"in\"}", 1),
            event("commandRerouted", () -> loop.commandRerouted("in"), "commands_rerouted_total{topic=\"in\"}", 1),
            event("originRejected", () -> loop.originRejected("in"), "origins_rejected_total{topic=\"in\"}", 1),
            event("transactionAborted", () -> loop.transactionAborted(), "transactions_aborted_total{}", 1),
            event("partitionsAssigned", () -> loop.partitionsAssigned(3), "rebalances_total{event=\"assigned\"}", 1),
            event("partitionsRevoked", () -> loop.partitionsRevoked(3), "rebalances_total{event=\"revoked\"}", 1),
            event("partitionsLost", () -> loop.partitionsLost(3), "rebalances_total{event=\"lost\"}", 1),
            event("clientsRecreated", () -> loop.clientsRecreated(), "clients_recreated_total{}", 1),
            event("requestDropped", () -> loop.requestDropped(MOOR), "requests_dropped_total{vendor=\"7moor\"}", 1),
            event(
                    "responseSignatureWrong",
                    () -> http.responseSignatureWrong(MOOR),
                    "response_signatures_wrong_total{vendor=\"7moor\"}",
                    1),
            event(
                    "clockCorrected",
                    () -> http.clockCorrected(MOOR, Duration.ofHours(-1)),
                    "clock_corrections_total{vendor=\"7moor\"}",
                    1),
            event(
                    "eventPublished",
                    () -> sink.eventPublished(Events.CALL_STATE, MOOR, TOOK),
                    "events_seconds",
                    EVENT,
                    0.25),
            event(
                    "eventRefused",
                    () -> sink.eventRefused(Events.CALL_STATE, MOOR, Refusal.TOO_MUCH_WAITS),
                    "events_refused_total{event=\"call-info.call-state\",reason=\"too-much-waits\",vendor=\"7moor\"}",
                    1),
            event(
                    "eventPublishedLate",
                    () -> sink.eventPublishedLate(Events.CALL_STATE, MOOR),
                    "events_late_total" + EVENT,
                    1),
            event(
                    "eventOversized",
                    () -> sink.eventOversized(Events.CALL_STATE, MOOR, 7),
                    "events_oversized_total" + EVENT,
                    1),
            event(
                    "received",
                    () -> webhooks.received(null, null, WebhookOutcome.NO_ROUTE),
                    "webhooks_received_total{account=\"unknown\",event=\"none\",outcome=\"no-route\"}",
                    1),
            event(
                    "acknowledged",
                    () -> webhooks.acknowledged(MOOR, Events.CALL_STATE, TOOK),
                    "webhooks_acknowledged_seconds",
                    "{}",
                    0.25),
            event("turned", () -> loop.turned(TOOK), "loop_turn_seconds", "{}", 0.25),
            new Event(
                    "transactionCommitted",
                    () -> loop.transactionCommitted(3, TOOK),
                    Map.of(
                            "callport_transactions_seconds_count{}", 1.0,
                            "callport_transactions_seconds_sum{}", 0.25,
                            "callport_transactions_records_total{}", 3.0)),
            new Event(
                    "stateWritten",
                    () -> loop.stateWritten("kept", 3, 500),
                    Map.of(
                            "callport_state_records_total{topic=\"kept\"}", 3.0,
                            "callport_state_bytes_total{topic=\"kept\"}", 500.0)),
            new Event(
                    "partitionTakenOver",
                    () -> loop.partitionTakenOver("kept", 7, 900, TOOK),
                    Map.of(
                            "callport_state_takeovers_seconds_count{topic=\"kept\"}", 1.0,
                            "callport_state_takeovers_seconds_sum{topic=\"kept\"}", 0.25,
                            "callport_state_takeovers_records_total{topic=\"kept\"}", 7.0,
                            "callport_state_takeovers_bytes_total{topic=\"kept\"}", 900.0)),
            event(
                    "resultPublished",
                    () -> loop.resultPublished("agents.list", MOOR, Reason.EXPIRED, TOOK),
                    "commands_seconds",
                    "{outcome=\"expired\",query=\"agents.list\",vendor=\"7moor\"}",
                    0.25),
            event(
                    "requestEnded",
                    () -> loop.requestEnded("agents.list", MOOR, 2, Reason.VENDOR_UNAVAILABLE),
                    "request_attempts",
                    "{outcome=\"vendor-unavailable\",query=\"agents.list\",vendor=\"7moor\"}",
                    2),
            event(
                    "requestEnded",
                    () -> http.requestEnded(MOOR, "/path", null, TOOK),
                    "requests_seconds",
                    "{endpoint=\"/path\",outcome=\"answered\",vendor=\"7moor\"}",
                    0.25));

    private static Event event(String method, Runnable report, String series, double by) {
        return new Event(method, report, Map.of("callport_" + series, by));
    }

    /** An event that a histogram counts. */
    private static Event event(String method, Runnable report, String name, String labels, double value) {
        return new Event(
                method,
                report,
                Map.of("callport_" + name + "_count" + labels, 1.0, "callport_" + name + "_sum" + labels, value));
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void eachEventRaisesItsOwnSeriesAlone() {
        for (Event event : events) {
            Map<String, Double> before = values();
            event.report.run();
            Map<String, Double> risen = values();
            risen.replaceAll((series, value) -> value - before.getOrDefault(series, 0.0));
            risen.values().removeIf(by -> by == 0);
            assertThat(risen).as(event.method).isEqualTo(event.rises);
        }
    }

    @Test
    void theBytesThatWaitAreReadAtEachScrape() {
        assertThat(values()).containsEntry("callport_events_waiting_bytes{}", 0.0);
        metrics.watchEvents(() -> 7);
        assertThat(values()).containsEntry("callport_events_waiting_bytes{}", 7.0);
    }

    @Test
    void noEventIsForgotten() {
        Set<String> methods = Stream.of(
                        LoopListener.class, HttpListener.class, EventSinkListener.class, WebhookListener.class)
                .flatMap(listener -> Stream.of(listener.getDeclaredMethods()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toSet());
        methods.removeAll(
                // nothing is counted then
                Set.of(
                        "clientOpened",
                        "clientClosed",
                        "producerOpened",
                        "producerClosed",
                        "requestSigned",
                        "accountRefused",
                        "clockCorrectionWithdrawn"));
        assertThat(events.stream().map(Event::method))
                .containsOnlyOnceElementsOf(methods.stream()
                        .filter(method -> !method.equals("requestEnded")) // both meters have this name
                        .toList());
    }

    @Test
    void whatAlertsCountIsThereBeforeItHappens() {
        Set<String> begun = values().keySet();
        assertThat(events.stream()
                        .flatMap(event -> event.rises.keySet().stream())
                        .filter(series -> series.contains("_total{")))
                .isNotEmpty()
                .allSatisfy(series -> assertThat(begun).contains(series));
    }

    /** Of histograms only how many there were and what they were together. */
    private Map<String, Double> values() {
        Map<String, Double> values = SeriesPage.values(metrics.scrape(), "callport_");
        values.keySet().removeIf(series -> series.matches("\\w+_(bucket|max)\\{.*"));
        return values;
    }
}
