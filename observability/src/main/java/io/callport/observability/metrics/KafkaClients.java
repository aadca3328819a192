package io.callport.observability.metrics;

import io.callport.execution.DaemonThreads;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** The metrics that Kafka's clients of the loop measure themselves, for as long as each client is open. Thread-safe. */
final class KafkaClients implements AutoCloseable {
    private static final Duration REFRESH = Duration.ofSeconds(60);
    private static final long LAST_REFRESH_SECONDS = 1;

    private final MeterRegistry registry;
    private final Duration refresh;
    private final Map<Closeable, Opened> opened = new ConcurrentHashMap<>();

    KafkaClients(MeterRegistry registry) {
        this(registry, REFRESH);
    }

    /** @param refresh the time between two searches for metrics that are new or gone */
    KafkaClients(MeterRegistry registry, Duration refresh) {
        this.registry = registry;
        this.refresh = refresh;
    }

    /**
     * The metrics of an open client, with a refresher for this client alone: in a shared refresher, the client's task
     * would outlive the client, because nothing else ends the task.
     */
    private record Opened(KafkaClientMetrics metrics, ScheduledExecutorService refresher) {
        /** Ends the refresher first, because a refresh that is under way would bind the meters again. */
        void close() {
            refresher.shutdownNow();
            try {
                refresher.awaitTermination(LAST_REFRESH_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            metrics.close();
        }
    }

    void opened(Closeable client) {
        ScheduledExecutorService refresher = refresher();
        KafkaClientMetrics metrics;
        if (client instanceof Consumer<?, ?> consumer) {
            metrics = new KafkaClientMetrics(consumer, List.of(), refresher, refresh);
        } else if (client instanceof Producer<?, ?> producer) {
            metrics = new KafkaClientMetrics(producer, List.of(), refresher, refresh);
        } else {
            return;
        }
        opened.put(client, new Opened(metrics, refresher));
        metrics.bindTo(registry);
    }

    void closed(Closeable client) {
        Opened known = opened.remove(client);
        if (known != null) {
            known.close();
        }
    }

    @Override
    public void close() {
        opened.keySet().forEach(this::closed);
    }

    /** Makes a refresher, which starts no thread before it has a task. */
    private static ScheduledExecutorService refresher() {
        return Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("callport-kafka-metrics"));
    }
}
