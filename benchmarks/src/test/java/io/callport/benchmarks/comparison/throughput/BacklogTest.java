package io.callport.benchmarks.comparison.throughput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.callport.benchmarks.contender.kafka.Contender;
import io.callport.benchmarks.contender.kafka.ContenderTask;
import io.callport.benchmarks.harness.CommandPublisher;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.vendor.CallbotStandIn;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The results that count for a contender that publishes some while it works and others while it closes. */
class BacklogTest {
    private static EmbeddedKafka kafka;
    private static CallbotStandIn vendor;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start();
        vendor = CallbotStandIn.start();
    }

    @AfterAll
    static void stop() {
        kafka.close();
        vendor.close();
    }

    @Test
    void whatComesAfterTheCutOffCountsForNothing() {
        Map<Metric, Double> figures = run(false, new Fake(true, 0, 5, 5, 10));

        assertThat(figures).containsEntry(Backlog.DONE, 50.0).containsEntry(Backlog.AGAIN, 0.0);
    }

    @Test
    void secondResultsAreCountedToTheEnd() {
        assertThat(run(false, new Fake(false, 0, 5, 3, 7))).containsEntry(Backlog.AGAIN, 2.0);
    }

    @Test
    void aSecondResultOfOneWhoPromisesNoneIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> run(false, new Fake(true, 0, 5, 3, 7)))
                .withMessageContaining("2 published again");
    }

    @Test
    void whoMustDoAllMustDoSoBeforeTheCutOff() {
        assertThatIllegalStateException()
                .isThrownBy(() -> run(true, new Fake(true, 0, 5, 5, 10)))
                .withMessageContaining("5 results of 10 in time, 10 at the end");
    }

    private static Map<Metric, Double> run(boolean whole, Contender contender) {
        return new Backlog(10, 2, Backlog.Queries.DISTINCT, 1, Duration.ZERO, Duration.ofSeconds(2), whole)
                .run(kafka.bootstrapServers(), vendor, contender);
    }

    /** Publishes results of the commands from one number to another when it starts, and others when it closes. */
    private record Fake(boolean exactlyOnce, int first, int firstEnd, int later, int laterEnd) implements Contender {
        @Override
        public Running start(ContenderTask work) {
            publish(work, first, firstEnd);
            return () -> publish(work, later, laterEnd);
        }

        private static void publish(ContenderTask work, int from, int to) {
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", work.topics().bootstrap()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                for (int number = from; number < to; number++) {
                    Future<?> unused = producer.send(result(work, number));
                }
            }
        }

        private static ProducerRecord<byte[], byte[]> result(ContenderTask work, int number) {
            ProducerRecord<byte[], byte[]> result =
                    new ProducerRecord<>(work.topics().results(), new byte[0], new byte[0]);
            result.headers()
                    .add(CommandPublisher.NUMBER, Integer.toString(number).getBytes(UTF_8));
            return result;
        }
    }
}
