package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.contract.TrafficCheck;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The output of {@code run} has the configured format at every kind of end. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RunOutputTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> AS_JSON = Map.of("CALLPORT_LOG_FORMAT", "json");

    @TempDir
    Path directory;

    /** Breaks the loop with the first command. */
    public static final class Breaking implements ConsumerInterceptor<byte[], byte[]> {
        @Override
        public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
            throw new AssertionError("two\nlines");
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

        @Override
        public void close() {}

        @Override
        public void configure(Map<String, ?> configs) {}
    }

    @Test
    void isJsonWhereTheConfigurationIsWrong() throws Exception {
        Path file = file("a:9092", "my.own: 1", "http: { timeout: soon }");
        try (RunProcess run = RunProcess.start("wrong", AS_JSON, "--config=" + file)) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(problems(run))
                    .anySatisfy(it -> assertThat(it).startsWith("http.timeout: must be a duration"))
                    .anySatisfy(it -> assertThat(it).startsWith("warning: kafka.my.own: is no property"));
        }
    }

    @Test
    void isJsonWhereTheCommandLineIsWrong() throws Exception {
        try (RunProcess run = RunProcess.start("misused", AS_JSON, "--nope")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(problems(run)).first().isEqualTo("There is no option --nope of callport run");
        }
    }

    @Test
    void isJsonWhereAnErrorEndsTheProcess() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start()) {
            String breaking = "consumer: { interceptor.classes: " + Breaking.class.getName() + " }";
            Path file = file(broker.bootstrapServers(), "my.own: 1, " + breaking, "");
            try (RunProcess run = RunProcess.start("broken", AS_JSON, "--config=" + file);
                    BackEndClient backEnd =
                            new BackEndClient(Map.of("bootstrap.servers", broker.bootstrapServers()), List.of())) {
                SecuredFixture.until("it makes its topics", () -> run.printed().contains("Begins a partition"));
                backEnd.publish("callport.7moor.commands", null, null, "{}");
                assertThat(run.exitCode()).isEqualTo(3);
                assertThat(lines(run))
                        .extracting(line -> line.path("message").textValue())
                        .containsOnlyOnce("An error ends the process", "The configuration is doubtful")
                        .contains("Serving");
            }
            TrafficCheck.assertOfTheContract(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    Set.of("callport.7moor.commands", "callport.7moor.results", "callport.dead-letters"),
                    Set.of());
        }
    }

    private Path file(String servers, String kafka, String more) throws IOException {
        return Files.writeString(directory.resolve("callport.yaml"), """
                kafka: { bootstrap.servers: "%s", %s }
                topics: { create: { partitions: 1, replication: 1 } }
                accounts: [{ id: "%s", secret: %s }]
                admin: { port: 0 }
                %s
                """.formatted(
                        servers, kafka, ServiceFixture.MOOR, ServiceFixture.MOOR_SECRET, more));
    }

    private static List<String> problems(RunProcess run) {
        return lines(run).stream()
                .map(line -> line.path("problem").asText(""))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static List<JsonNode> lines(RunProcess run) {
        List<JsonNode> lines = run.printed().lines().map(RunOutputTest::json).toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("level").textValue()).isNotEmpty());
        return lines;
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
