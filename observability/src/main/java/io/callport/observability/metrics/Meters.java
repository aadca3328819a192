package io.callport.observability.metrics;

import com.sun.management.OperatingSystemMXBean;
import io.callport.query.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The meters with their names, their descriptions and the bounds of their buckets. */
final class Meters {
    static final TimerOf COMMANDS = timer(
            "callport.commands",
            "From a command's timestamp to its committed result",
            10,
            25,
            50,
            100,
            250,
            500,
            1_000,
            2_500,
            5_000,
            10_000,
            30_000,
            60_000,
            300_000);
    static final TimerOf REQUESTS = timer(
            "callport.requests",
            "Requests to vendors, from the first byte of work to the read answer",
            10,
            25,
            50,
            100,
            250,
            500,
            1_000,
            2_500,
            5_000,
            10_000,
            30_000);
    static final TimerOf TURNS = timer(
            "callport.loop.turn",
            "One turn of the loop, without its wait for records",
            1,
            5,
            10,
            25,
            50,
            100,
            250,
            1_000,
            5_000);
    static final TimerOf TRANSACTIONS = timer(
            "callport.transactions",
            "Committed transactions, from their begin to their commit",
            5,
            10,
            25,
            50,
            100,
            250,
            1_000,
            5_000);

    static final TimerOf TAKEOVERS = timer(
            "callport.state.takeovers",
            "Partitions that were taken over, from their assignment to their begin",
            50,
            100,
            250,
            500,
            1_000,
            2_500,
            5_000,
            10_000,
            30_000,
            60_000);

    static final TimerOf EVENTS = timer(
            "callport.events",
            "Events that vendors push, from their arrival to Kafka's acknowledgement",
            5,
            10,
            25,
            50,
            100,
            250,
            1_000,
            5_000);

    static final TimerOf WEBHOOKS_ACKNOWLEDGED = timer(
            "callport.webhooks.acknowledged",
            "Callbacks, from their last byte to the acknowledgement of their event",
            5,
            10,
            25,
            50,
            100,
            250,
            1_000,
            5_000);

    static final SummaryOf ATTEMPTS = (registry, tags) -> DistributionSummary.builder("callport.request.attempts")
            .description("Which attempt of its commands a request was that ended: 1 for the first")
            .serviceLevelObjectives(1, 2, 3, 5, 10)
            .tags(tags)
            .register(registry);

    static final CounterOf TRANSACTION_RECORDS =
            counter("callport.transactions.records", "Records in committed transactions");
    static final CounterOf STATE_RECORDS =
            counter("callport.state.records", "Records that were written to a state topic");
    static final CounterOf STATE_BYTES =
            counter("callport.state.bytes", "Bytes of keys and values that were written to a state topic");
    static final CounterOf TAKEOVER_RECORDS = counter(
            "callport.state.takeovers.records", "Records that were read from a state topic to take partitions over");
    static final CounterOf TAKEOVER_BYTES = counter(
            "callport.state.takeovers.bytes",
            "Bytes of keys and values that were read from a state topic to take partitions over");
    static final CounterOf TRANSACTIONS_ABORTED =
            counter("callport.transactions.aborted", "Transactions that were aborted, to be sent again");
    static final CounterOf DEAD_LETTERS =
            counter("callport.dead.letters", "Records of a command topic that were no commands");
    static final CounterOf REROUTED =
            counter("callport.commands.rerouted", "Commands that were published elsewhere and went to their home");
    static final CounterOf ORIGINS_REJECTED = counter(
            "callport.origins.rejected",
            "Records with headers about their first position that have no right tag, so that their own position counts");
    static final CounterOf REBALANCES =
            counter("callport.rebalances", "How often partitions were assigned, revoked or lost");
    static final CounterOf RECREATED =
            counter("callport.clients.recreated", "How often consumer and producer failed and were recreated");
    static final CounterOf DROPPED = counter(
            "callport.requests.dropped",
            "Requests that were decided but not made: too late, moved on, or Kafka failed");
    static final CounterOf EVENTS_REFUSED = counter(
            "callport.events.refused", "Events that were not published in time, so that vendors send them again");
    static final CounterOf EVENTS_LATE = counter(
            "callport.events.late", "Events that Kafka acknowledged after their refusal, so that they are there twice");
    static final CounterOf EVENTS_OVERSIZED =
            counter("callport.events.oversized", "Events that went without their data, because their topic takes less");
    static final CounterOf WEBHOOKS_RECEIVED =
            counter("callport.webhooks.received", "Requests to the port of callbacks, by what became of them");
    static final CounterOf WRONG_SIGNATURES =
            counter("callport.response.signatures.wrong", "Answers whose signature was wrong or missing");
    static final CounterOf CLOCK_CORRECTIONS =
            counter("callport.clock.corrections", "How often timestamps were corrected by a vendor's clock");

    private Meters() {}

    /** Finds a timer by its tags, given as names and values in turn. */
    interface TimerOf {
        Timer of(MeterRegistry registry, String... tags);
    }

    /** Finds a summary by its tags, given as names and values in turn. */
    interface SummaryOf {
        DistributionSummary of(MeterRegistry registry, String... tags);
    }

    /** Finds a counter by its tags, given as names and values in turn. */
    interface CounterOf {
        Counter of(MeterRegistry registry, String... tags);
    }

    static String outcome(@Nullable Reason refused) {
        return refused == null ? "answered" : refused.code();
    }

    /** Registers the processor time in seconds: Micrometer's own meter reports nanoseconds, which are no base unit. */
    static void processorTime(MeterRegistry registry) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            FunctionCounter.builder("process.cpu", system, it -> it.getProcessCpuTime() / 1e9)
                    .description("Processor time that this process has taken")
                    .baseUnit("seconds")
                    .register(registry);
        }
    }

    /** Registers the bytes of the events that wait for Kafka. */
    static void waitingEvents(MeterRegistry registry, Supplier<Number> bytes) {
        Gauge.builder("callport.events.waiting", bytes)
                .description("Memory that the events take that wait for Kafka")
                .baseUnit("bytes")
                .register(registry);
    }

    /** Registers the bytes of bodies that are read and not verified yet. */
    static void unverifiedBodies(MeterRegistry registry, Supplier<Number> bytes) {
        Gauge.builder("callport.webhooks.unverified", bytes)
                .description("Bytes of bodies that are being read, and are not verified yet")
                .baseUnit("bytes")
                .register(registry);
    }

    private static TimerOf timer(String name, String about, long... millis) {
        Duration[] bounds = Arrays.stream(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
        return (registry, tags) -> Timer.builder(name)
                .description(about)
                .serviceLevelObjectives(bounds)
                .tags(tags)
                .register(registry);
    }

    private static CounterOf counter(String name, String about) {
        return (registry, tags) ->
                Counter.builder(name).description(about).tags(tags).register(registry);
    }
}
