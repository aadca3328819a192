package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.app.endtoend.CommandBurst.Received;
import io.callport.sandbox.RecordedRequest;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A small budget, from commands on a real broker to the requests that a stand-in vendor counted. */
interface BudgetContract {
    /** The broker's address, {@code bootstrap.servers}. */
    String bootstrap();

    @Test
    default void threeThousandCallersOfOneQueryAreAnsweredFreshWithAHandfulOfRequests() {
        try (ServiceFixture fixture = ServiceFixture.on(bootstrap());
                CommandBurst burst = fixture.burst(ServiceFixture.MOOR)) {
            fixture.vendors.arm(Fault.of(FaultKind.LATENCY, "millis", 200).times(100)); // many come in meanwhile
            burst.publish(3_000, Duration.ofSeconds(3), "number-pool.numbers");
            List<Received> results = burst.results(Duration.ofSeconds(30), "number-pool.groups");

            assertThat(results).hasSize(3_000);
            assertThat(results.stream().map(Received::id).distinct()).hasSize(3_000);
            assertThat(results.stream().map(BudgetContract::firstDisplayNumber).distinct())
                    .containsExactly("9813");
            List<RecordedRequest> asked = requestsTo(fixture, "query/number");
            assertThat(asked).hasSizeBetween(1, 6);
            assertThat(mostInAnyMinute(fixture.vendors.requests())).isLessThanOrEqualTo(20);
            assertFresh(results, asked, burst);
        }
    }

    @Test
    default void aLoneCallerThatFollowsRetryAfterIsAnswered() {
        Duration window = Duration.ofSeconds(6);
        Duration soon = Duration.ofSeconds(3);
        try (ServiceFixture fixture = ServiceFixture.on(bootstrap(), "MD5, budget: 2/" + window, "")) {
            assertThat(lookup(fixture, "first", window).at("/status").textValue())
                    .isEqualTo("answered");
            assertThat(lookup(fixture, "second", window).at("/status").textValue())
                    .isEqualTo("answered");
            long asked = System.nanoTime();
            JsonNode refused = lookup(fixture, "third", soon);
            long answeredAt = System.nanoTime();

            assertThat(refused.at("/reason").textValue()).isEqualTo("over-budget");
            assertThat(answeredAt - asked).as("before its deadline").isLessThan(soon.toNanos());
            Duration retryAfter = Duration.parse(refused.at("/retryAfter").textValue());
            assertThat(retryAfter).isBetween(soon.minusNanos(answeredAt - asked), window.plusMillis(6));

            waitUntil(answeredAt + retryAfter.toNanos());
            assertThat(lookup(fixture, "third", soon).at("/status").textValue()).isEqualTo("answered");
            List<RecordedRequest> seen = fixture.vendors.requests();
            assertThat(seen).hasSize(3);
            assertThat(seen.get(2).sinceStart().minus(seen.get(0).sinceStart())).isGreaterThan(window);
        }
    }

    private static JsonNode lookup(ServiceFixture fixture, String customer, Duration deadline) {
        String params = ServiceFixture.LOOKUP.replace("1234", customer);
        return fixture.send("call-info.lookup", ServiceFixture.CALLBOT, params, deadline);
    }

    /** The caller's own pace. */
    private static void waitUntil(long nanoTime) {
        while (System.nanoTime() < nanoTime) {
            LockSupport.parkNanos(nanoTime - System.nanoTime());
        }
    }

    /** No answer is older than its command, by the service's word and by the vendor's. */
    private static void assertFresh(List<Received> results, List<RecordedRequest> asked, CommandBurst burst) {
        List<Instant> starts = results.stream()
                .map(BudgetContract::startedAt)
                .distinct()
                .sorted()
                .toList();
        assertThat(starts).as("every request answered someone").hasSameSizeAs(asked);
        List<Received> stale = results.stream()
                .filter(one -> {
                    Instant started = startedAt(one);
                    Instant arrived = asked.get(starts.indexOf(started)).arrivedAt();
                    Instant published = burst.published.get(one.id());
                    return started.isBefore(published) || arrived.isBefore(published);
                })
                .toList();
        assertThat(stale).isEmpty();
    }

    private static String firstDisplayNumber(Received one) {
        return one.result().at("/result/displayNumbers/0/number").asText();
    }

    private static Instant startedAt(Received one) {
        return Instant.parse(one.result().at("/request/startedAt").textValue());
    }

    private static List<RecordedRequest> requestsTo(ServiceFixture fixture, String path) {
        return fixture.vendors.requests().stream()
                .filter(request -> request.path().endsWith(path))
                .toList();
    }

    private static long mostInAnyMinute(List<RecordedRequest> requests) {
        List<Duration> times =
                requests.stream().map(RecordedRequest::sinceStart).sorted().toList();
        return times.stream()
                .mapToLong(start -> times.stream()
                        .filter(time -> time.compareTo(start) >= 0)
                        .filter(time -> time.minus(start).compareTo(Duration.ofMinutes(1)) < 0)
                        .count())
                .max()
                .orElse(0);
    }
}
