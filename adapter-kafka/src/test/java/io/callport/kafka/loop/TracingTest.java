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

/** What is told to whoever follows commands, and what comes of what that gives. */
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
        FakeTracing tracing = new FakeTracing("traceparent", "b3", "absent");
        try (Bench bench = bench(tracing)) {
            bench.send(
                    Bench.B,
                    Bench.lookup("1"),
                    header("ce_id", "c-1"),
                    header("ce_traceparent", "p"),
                    header("b3", "x"));
            bench.read(bench.results(Bench.B), 1);
            bench.send(Bench.B, "{\"query\":\"made.up\",\"account\":\"" + Bench.B + "\",\"id\":\"c-2\"}");
            bench.read(bench.results(Bench.B), 2);

            Bench.until("all is told", () -> tracing.told.size() == 8);
            assertThat(tracing.told)
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
    void aRequestIsToldAllItsCommandsInTheirOrder() {
        FakeTracing tracing = new FakeTracing();
        try (Bench bench = new Bench(broker.bootstrapServers())) {
            bench.budgets.put(Account.parse(Bench.B), new Budget(1, Duration.ofSeconds(2)));
            bench.tracing = tracing;
            bench.withTopics(Map.of()).startReady();
            bench.send(Bench.B, Bench.lookup("spends the budget"), header("ce_id", "c-0"));
            bench.read(bench.results(Bench.B), 1);
            bench.send(Bench.B, Bench.lookup("1"), header("ce_id", "c-1"));
            bench.send(Bench.B, Bench.lookup("1"), header("ce_id", "c-2"));
            bench.read(bench.results(Bench.B), 3);

            assertThat(tracing.told).contains("starts [c-1, c-2]");
        }
    }

    @Test
    void theResultCarriesWhatIsGivenAndKeepsWhatIsItsOwn() {
        FakeTracing tracing = new FakeTracing();
        tracing.given.putAll(Map.of(
                "traceparent", "new", "b3", "x", "ce_id", "mine", "Content-Type", "mine", "big", "x".repeat(4_097)));
        try (Bench bench = bench(tracing)) {
            String position = bench.send(
                    Bench.B,
                    Bench.lookup("1"),
                    header("traceparent", "old"),
                    header("tracestate", "old"),
                    header("ce_correlationid", "7"));

            assertThat(Bench.headers(bench.read(bench.results(Bench.B), 1).get(0)))
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
        FakeTracing tracing = new FakeTracing();
        tracing.fails = true;
        try (Bench bench = bench(tracing)) {
            bench.send(Bench.B, Bench.lookup("1"), header("traceparent", "old"));
            assertThat(Bench.headers(bench.read(bench.results(Bench.B), 1).get(0)))
                    .containsEntry("traceparent", "old");
            tracing.fails = false;
            bench.send(Bench.B, Bench.lookup("broken"), header("ce_id", "c-2"));
            bench.read(bench.results(Bench.B), 2);
            assertThat(tracing.told).contains("ended there MALFORMED_ANSWER");
            Bench.until("it is told", () -> tracing.told.contains("published c-2 .callbot.results MALFORMED_ANSWER"));
        }
    }

    @Test
    void aBridgeOfAnotherVersionOrOneThatGivesNothingChangesNothing() {
        try (Bench bench = bench(new BrokenTracing())) {
            for (String way : BrokenTracing.WAYS) {
                for (String method : BrokenTracing.METHODS) {
                    String id = method + " " + way;
                    bench.send(Bench.B, Bench.lookup(id), header("ce_id", id));
                }
            }
            int commands = BrokenTracing.METHODS.size() * BrokenTracing.WAYS.size();

            assertThat(bench.read(bench.results(Bench.B), commands))
                    .allSatisfy(result -> assertThat(
                                    Bench.json(result).at("/status").textValue())
                            .isEqualTo("answered"))
                    .extracting(result -> Bench.json(result).at("/commandId").textValue())
                    .doesNotHaveDuplicates();
            assertThat(bench.vendor.requests).hasValue(commands);
        }
    }

    @Test
    void aCommandThatIsLeftToTheNextOwnerIsToldAsSuch() {
        FakeTracing tracing = new FakeTracing();
        try (Bench bench = new Bench(broker.bootstrapServers())) {
            bench.shutdown = Duration.ZERO;
            bench.tracing = tracing;
            bench.vendor.slow = new CountDownLatch(1);
            KafkaLoop loop = bench.withTopics(Map.of()).startReady();
            bench.send(Bench.B, Bench.lookup("slow"), header("ce_id", "c-1"));
            Bench.until("it is asked", () -> tracing.told.contains("starts [c-1]"));
            loop.close();

            assertThat(tracing.told.stream().filter(it -> it.endsWith("c-1") || it.contains("c-1 ")))
                    .containsExactly("read c-1 call-info.lookup", "left c-1");
            bench.vendor.slow.countDown();
            bench.startReady();
            bench.read(bench.results(Bench.B), 1);
            Bench.until("the next one answers", () -> tracing.told.contains("published c-1 .callbot.results"));
        }
    }

    private static Bench bench(Tracing tracing) {
        Bench bench = new Bench(broker.bootstrapServers()).withTopics(Map.of());
        bench.tracing = tracing;
        bench.startReady();
        return bench;
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, Bench.bytes(value));
    }
}
