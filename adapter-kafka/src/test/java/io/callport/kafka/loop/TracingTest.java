package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.KafkaLoop;
import io.callport.kafka.tracing.Tracing;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The calls that a tracer gets for a command, and the headers that its result takes from the tracer. */
class TracingTest {
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
    void aCommandIsFollowedFromItsRecordToItsCommittedResult() {
        RecordingTracing tracing = new RecordingTracing("traceparent", "b3", "absent");
        try (LoopFixture fixture = fixture(tracing)) {
            fixture.send(
                    LoopFixture.CALLBOT,
                    LoopFixture.lookup("1"),
                    header("ce_id", "c-1"),
                    header("ce_traceparent", "p"),
                    header("b3", "x"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            fixture.send(
                    LoopFixture.CALLBOT,
                    "{\"query\":\"made.up\",\"account\":\"" + LoopFixture.CALLBOT + "\",\"id\":\"c-2\"}");
            fixture.read(fixture.results(LoopFixture.CALLBOT), 2);

            LoopFixture.until("all calls are made", () -> tracing.calls.size() == 8);
            assertThat(tracing.calls)
                    .containsExactly(
                            "read c-1 call-info.lookup traceparent=p b3=x absent=null",
                            "starts [c-1]",
                            "ended there",
                            "ready c-1",
                            "published c-1 .callbot.results",
                            "read c-2 none traceparent=null b3=null absent=null",
                            "ready c-2",
                            "published c-2 .callbot.results UNSUPPORTED_QUERY");
        }
    }

    @Test
    void aRequestHasAllItsCommandsInTheirOrder() {
        RecordingTracing tracing = new RecordingTracing();
        try (LoopFixture fixture = new LoopFixture(broker.bootstrapServers())) {
            fixture.budgets.put(Account.parse(LoopFixture.CALLBOT), new Budget(1, Duration.ofSeconds(2)));
            fixture.tracing = tracing;
            fixture.withTopics(Map.of()).startReady();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("spends the budget"), header("ce_id", "c-0"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("1"), header("ce_id", "c-1"));
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("1"), header("ce_id", "c-2"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 3);

            assertThat(tracing.calls).contains("starts [c-1, c-2]");
        }
    }

    @Test
    void theResultCarriesWhatIsGivenAndKeepsWhatIsItsOwn() {
        RecordingTracing tracing = new RecordingTracing();
        tracing.given.putAll(Map.of(
                "traceparent", "new", "b3", "x", "ce_id", "mine", "Content-Type", "mine", "big", "x".repeat(4_097)));
        try (LoopFixture fixture = fixture(tracing)) {
            String position = fixture.send(
                    LoopFixture.CALLBOT,
                    LoopFixture.lookup("1"),
                    header("traceparent", "old"),
                    header("tracestate", "old"),
                    header("ce_correlationid", "7"));

            assertThat(LoopFixture.headers(fixture.read(fixture.results(LoopFixture.CALLBOT), 1)
                            .get(0)))
                    .containsEntry("traceparent", "new")
                    .containsEntry("ce_traceparent", "new")
                    .containsEntry("b3", "x")
                    .containsEntry("ce_id", position)
                    .containsEntry("content-type", "application/json")
                    .containsEntry("ce_correlationid", "7")
                    .doesNotContainKeys("tracestate", "big", "Content-Type")
                    .doesNotContainValue("old");
        }
    }

    @Test
    void whoFollowsAndFailsChangesNothing() {
        RecordingTracing tracing = new RecordingTracing();
        tracing.fails = true;
        try (LoopFixture fixture = fixture(tracing)) {
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("1"), header("traceparent", "old"));
            assertThat(LoopFixture.headers(fixture.read(fixture.results(LoopFixture.CALLBOT), 1)
                            .get(0)))
                    .containsEntry("traceparent", "old");
            tracing.fails = false;
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("broken"), header("ce_id", "c-2"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 2);
            assertThat(tracing.calls).contains("ended there MALFORMED_ANSWER");
            LoopFixture.until(
                    "it is published", () -> tracing.calls.contains("published c-2 .callbot.results MALFORMED_ANSWER"));
        }
    }

    @Test
    void aBridgeOfAnotherVersionOrOneThatGivesNothingChangesNothing() {
        try (LoopFixture fixture = fixture(new BrokenTracing())) {
            for (String way : BrokenTracing.WAYS) {
                for (String method : BrokenTracing.METHODS) {
                    String id = method + " " + way;
                    fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup(id), header("ce_id", id));
                }
            }
            int commands = BrokenTracing.METHODS.size() * BrokenTracing.WAYS.size();

            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), commands))
                    .allSatisfy(result -> assertThat(
                                    LoopFixture.json(result).at("/status").textValue())
                            .isEqualTo("answered"))
                    .extracting(
                            result -> LoopFixture.json(result).at("/commandId").textValue())
                    .doesNotHaveDuplicates();
            assertThat(fixture.vendor.requests).hasValue(commands);
        }
    }

    @Test
    void aCommandThatIsLeftToTheNextOwnerEndsAsSuch() {
        RecordingTracing tracing = new RecordingTracing();
        try (LoopFixture fixture = new LoopFixture(broker.bootstrapServers())) {
            fixture.shutdown = Duration.ZERO;
            fixture.tracing = tracing;
            fixture.vendor.slow = new CountDownLatch(1);
            KafkaLoop loop = fixture.withTopics(Map.of()).startReady();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("slow"), header("ce_id", "c-1"));
            LoopFixture.until("it is asked", () -> tracing.calls.contains("starts [c-1]"));
            loop.close();

            assertThat(tracing.calls.stream().filter(it -> it.endsWith("c-1") || it.contains("c-1 ")))
                    .containsExactly("read c-1 call-info.lookup", "left c-1");
            fixture.vendor.slow.countDown();
            fixture.startReady();
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            LoopFixture.until("the next one answers", () -> tracing.calls.contains("published c-1 .callbot.results"));
        }
    }

    private static LoopFixture fixture(Tracing tracing) {
        LoopFixture fixture = new LoopFixture(broker.bootstrapServers()).withTopics(Map.of());
        fixture.tracing = tracing;
        fixture.startReady();
        return fixture;
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, LoopFixture.bytes(value));
    }
}
