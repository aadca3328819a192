package io.callport.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class KafkaClientsTest {
    private final Logger registry = (Logger) LoggerFactory.getLogger(MeterRegistry.class);
    private final Level before = registry.getLevel();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        registry.setLevel(Level.DEBUG); // after the first warning it is a debug line
        lines.start();
        registry.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        registry.detachAppender(lines);
        registry.setLevel(before);
    }

    @Test
    void aMetricThatComesLaterBindsNoOtherAgain() {
        Later later = new Later();
        try (Metrics metrics = new Metrics(Set.of(), List.of(), later);
                MockProducer<byte[], byte[]> producer = new MockProducer<>()) {
            add(producer, "connection-count", "producer-1");
            metrics.ofCommands().clientOpened(producer);
            assertThat(metrics.scrape()).contains("kafka_producer_connections{client_id=\"producer-1\"");

            add(producer, "connection-count", "producer-2");
            later.tasks.forEach(Runnable::run);
            assertThat(metrics.scrape()).contains("kafka_producer_connections{client_id=\"producer-2\"");
        }
        assertThat(lines.list).isEmpty();
    }

    private static void add(MockProducer<?, ?> producer, String name, String client) {
        MetricName metric = new MetricName(name, "producer-metrics", "how many", Map.of("client-id", client));
        producer.setMockMetrics(metric, new One(metric));
    }

    private record One(MetricName metricName) implements Metric {
        @Override
        public Object metricValue() {
            return 1.0;
        }
    }

    /** Runs nothing until it is told. */
    private static final class Later extends ScheduledThreadPoolExecutor {
        private final List<Runnable> tasks = new ArrayList<>();

        Later() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
            tasks.add(task);
            return super.schedule(task, 1, TimeUnit.DAYS);
        }
    }
}
