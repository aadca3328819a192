package io.callport.observability.metrics;

import io.callport.http.settings.HttpListener;
import io.callport.kafka.state.EventSinkListener;
import io.callport.kafka.state.Health;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.memory.MemoryLedger;
import io.callport.observability.scrape.LoopCollector;
import io.callport.webhook.settings.WebhookListener;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Counts and times what the adapters report, for Prometheus. Thread-safe. */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final KafkaClients clients = new KafkaClients(registry);
    private final Set<String> vendors;
    private volatile LongSupplier waitingEventBytes = () -> 0;
    private volatile LongSupplier unverifiedBytes = () -> 0;

    /**
     * Registers the meters; those that count rare events start at zero.
     *
     * @param vendors the vendors with accounts; other vendors share one name, because any publisher can invent names
     * @param commandTopics the topics from which commands are read
     * @param stateTopics the topics of the state
     */
    public Metrics(Set<String> vendors, Collection<String> commandTopics, Collection<String> stateTopics) {
        this.vendors = Set.copyOf(vendors);
        PrometheusNames.applyTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        Meters.processorTime(registry);
        new UptimeMetrics().bindTo(registry);
        garbage.bindTo(registry);
        begin(commandTopics, stateTopics);
        new EventMetrics(registry, clients).begin(vendors);
        Meters.waitingEvents(registry, () -> waitingEventBytes.getAsLong());
        new WebhookMetrics(registry).begin(vendors);
        Meters.unverifiedBodies(registry, () -> unverifiedBytes.getAsLong());
    }

    /**
     * Registers the counters of rare events at 0 before their first event: without the 0, Prometheus would see no
     * increase at the first event.
     */
    private void begin(Collection<String> commandTopics, Collection<String> stateTopics) {
        List.of(Meters.TRANSACTIONS_ABORTED, Meters.RECREATED, Meters.TRANSACTION_RECORDS)
                .forEach(meter -> meter.of(registry));
        List.of("assigned", "revoked", "lost").forEach(event -> Meters.REBALANCES.of(registry, "event", event));
        for (String topic : commandTopics) {
            List.of(Meters.DEAD_LETTERS, Meters.REROUTED, Meters.ORIGINS_REJECTED)
                    .forEach(meter -> meter.of(registry, "topic", topic));
        }
        for (String topic : stateTopics) {
            List.of(Meters.STATE_RECORDS, Meters.STATE_BYTES, Meters.TAKEOVER_RECORDS, Meters.TAKEOVER_BYTES)
                    .forEach(meter -> meter.of(registry, "topic", topic));
            Meters.TAKEOVERS.of(registry, "topic", topic);
        }
        for (String vendor : vendors) {
            List.of(Meters.WRONG_SIGNATURES, Meters.CLOCK_CORRECTIONS, Meters.DROPPED)
                    .forEach(meter -> meter.of(registry, "vendor", vendor));
        }
    }

    /**
     * Registers the health and the snapshot of the loop, and the ledger of the memory, which are read at each scrape.
     */
    public void watch(
            Supplier<Health> health,
            Supplier<Duration> sinceTurn,
            Supplier<LoopSnapshot> snapshot,
            MemoryLedger memory) {
        registry.getPrometheusRegistry().register(new LoopCollector(health, sinceTurn, snapshot, memory));
    }

    /** The listener for the loop. */
    public LoopListener ofCommands() {
        return new LoopMetrics(registry, clients, vendors);
    }

    /** The listener for the vendors' ports. */
    public HttpListener ofRequests() {
        return new RequestMetrics(registry);
    }

    /** The listener for the sink of events. */
    public EventSinkListener ofEvents() {
        return new EventMetrics(registry, clients);
    }

    /** Registers the memory of the events that wait for Kafka, which is read at each scrape. */
    public void watchEvents(LongSupplier waitingBytes) {
        waitingEventBytes = waitingBytes;
    }

    /** The listener for the receiver of callbacks. */
    public WebhookListener ofWebhooks() {
        return new WebhookMetrics(registry);
    }

    /** Registers the bytes of bodies that are not verified yet, which are read at each scrape. */
    public void watchWebhooks(LongSupplier unverified) {
        unverifiedBytes = unverified;
    }

    /** All metrics in Prometheus's text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        clients.close();
        garbage.close();
        registry.close();
    }
}
