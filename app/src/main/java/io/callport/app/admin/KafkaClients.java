package io.callport.app.admin;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Kafka's own metrics of the loop's clients, for as long as each is open. Thread-safe. */
final class KafkaClients implements AutoCloseable {
    private final MeterRegistry registry;
    private final Map<Closeable, KafkaClientMetrics> opened = new ConcurrentHashMap<>();
    private final ScheduledExecutorService refresher;

    /** @param refresher looks for metrics that have come since */
    KafkaClients(MeterRegistry registry, ScheduledExecutorService refresher) {
        this.registry = registry;
        this.refresher = refresher;
    }

    static ScheduledExecutorService refresher() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "callport-kafka-metrics");
            thread.setDaemon(true);
            return thread;
        });
    }

    void opened(Closeable client) {
        KafkaClientMetrics metrics;
        if (client instanceof Consumer<?, ?> consumer) {
            metrics = new KafkaClientMetrics(consumer, List.of(), refresher);
        } else if (client instanceof Producer<?, ?> producer) {
            metrics = new KafkaClientMetrics(producer, List.of(), refresher);
        } else {
            return;
        }
        opened.put(client, metrics);
        metrics.bindTo(registry);
    }

    void closed(Closeable client) {
        KafkaClientMetrics metrics = opened.remove(client);
        if (metrics != null) {
            metrics.close();
        }
    }

    @Override
    public void close() {
        opened.keySet().forEach(this::closed);
        refresher.shutdownNow();
    }
}
