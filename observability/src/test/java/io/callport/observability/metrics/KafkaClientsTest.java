package io.callport.observability.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class KafkaClientsTest {
    private static final Duration REFRESH = Duration.ofMillis(5);

    @Test
    void aClosedClientIsNeitherAskedNorShownAgain() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (KafkaClients clients = new KafkaClients(registry, REFRESH)) {
            FakeProducer first = new FakeProducer("first");
            clients.opened(first);
            awaitRefreshes(first);
            clients.closed(first);
            int asked = first.asked.get();

            FakeProducer second = new FakeProducer("second");
            clients.opened(second);
            first.shown = Map.of(); // so that a refresh would find something to do
            awaitRefreshes(second);

            assertThat(first.asked).hasValue(asked);
            assertThat(registry.getMeters())
                    .isNotEmpty()
                    .allSatisfy(meter ->
                            assertThat(meter.getId().getTag("client.id")).isEqualTo("second"));
        }
    }

    /**
     * Otherwise each refresh would register existing meters again, which logs a warning, and would keep those of closed
     * clients.
     */
    @Test
    void aRefreshFindsItsMetersUnderWhateverNameTheyAreShown() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        PrometheusNames.applyTo(registry);
        try (KafkaClients clients = new KafkaClients(registry, REFRESH)) {
            FakeProducer producer = new FakeProducer("some");
            clients.opened(producer);
            assertThat(registry.scrape()).contains("kafka_producer_connections").doesNotContain("connection_count");

            producer.shown = Map.of();
            awaitRefreshes(producer);
            assertThat(registry.scrape()).doesNotContain("kafka_producer_connection");
        }
    }

    private static void awaitRefreshes(FakeProducer producer) {
        int enough = producer.asked.get() + 4;
        while (producer.asked.get() < enough) {
            Thread.onSpinWait();
        }
    }

    /** A producer with one metric, which counts the reads of that metric. */
    private static final class FakeProducer extends MockProducer<byte[], byte[]> {
        private final AtomicInteger asked = new AtomicInteger();
        private volatile Map<MetricName, Metric> shown;

        FakeProducer(String clientId) {
            MetricName name =
                    new MetricName("connection-count", "producer-metrics", "open", Map.of("client-id", clientId));
            shown = Map.of(name, new One(name));
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // reads one volatile field
        public Map<MetricName, Metric> metrics() {
            asked.incrementAndGet();
            return shown;
        }
    }

    private record One(MetricName metricName) implements Metric {
        @Override
        public Object metricValue() {
            return 1;
        }
    }
}
