package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.app.service.Service;
import io.callport.config.Configuration;
import io.callport.config.file.ConfigurationFile;
import io.callport.contract.TrafficCheck;
import io.callport.sandbox.SandboxSettings;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.broker.EmbeddedKafka;
import io.callport.sandbox.callback.CallbackBatch;
import io.callport.sandbox.callback.CallbackKind;
import io.callport.sandbox.callback.CallbackSettings;
import io.callport.sandbox.callback.SentCallback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What vendors push, signed by code that is not Callport's, is on the topics of events, and what is forged is not. */
@Timeout(300)
class WebhooksEndToEndTest {
    private static final String CONFIG = """
            kafka: { bootstrap.servers: '%1$s', group.id: webhooks }
            topics: { create: { partitions: 1, replication: 1 } }
            accounts:
              - { id: "7moor:2000103", secret: HWHp9xFVlbboxIU2S6DHA7sf9sGzt3, url: "%2$s", webhook: { path-secret: sandbox-7moor-path-secret } }
              - { id: "callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR", secret: u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr, url: "%2$s", algorithm: SHA256 }
              - { id: "nxlink:fme2na3kdi3ki", secret: abciiiko2k3, url: "%2$s", webhook: { token: sandbox-nxlink-token } }
            admin: { port: 0 }
            webhooks: { port: %3$d }
            """;

    @Test
    void eachKindIsPublishedOnceForEachTimeItIsAcceptedAndNothingThatIsForged() throws Exception {
        int port = freePort();
        SandboxSettings settings =
                SandboxSettings.DEFAULT.callbacks(CallbackSettings.DEFAULT.url(URI.create("http://127.0.0.1:" + port)));
        try (EmbeddedKafka broker = EmbeddedKafka.start();
                VendorSandbox vendors = VendorSandbox.start(0, settings)) {
            Configuration configuration = ConfigurationFile.parse(
                            CONFIG.formatted(broker.bootstrapServers(), vendors.url(), port), name -> null)
                    .configuration();
            try (Service service = Service.start(configuration)) {
                SecuredFixture.until("it is ready", () -> service.health().ready());
                for (CallbackKind kind : CallbackKind.values()) {
                    CallbackBatch batch = CallbackBatch.of(kind, 2).copies(2);
                    assertThat(vendors.sendCallbacks(batch).get())
                            .as(kind.label())
                            .hasSize(4)
                            .allMatch(SentCallback::accepted);
                    assertThat(vendors.sendCallbacks(batch.asForged()).get())
                            .as(kind.label())
                            .extracting(SentCallback::status)
                            .containsOnly(401);
                }
            }
            TrafficCheck.assertOfTheContract(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    configuration.kafkaSettings().eventTopics(),
                    List.of());
            List<JsonNode> events = events(configuration, broker.bootstrapServers());
            assertThat(events).hasSize(4 * CallbackKind.values().length);
            assertThat(events)
                    .extracting(event -> event.path("event").textValue())
                    .containsOnly(
                            "call-info.call",
                            "call-info.order",
                            "call-info.task",
                            "call-info.record",
                            "call-info.call-state");
            assertThat(events)
                    .noneMatch(event ->
                            event.has("mapped") && !event.path("mapped").booleanValue());
            assertThat(events.toString()).doesNotContain("sandbox-7moor-path-secret", "sandbox-nxlink-token");
        }
    }

    private static List<JsonNode> events(Configuration configuration, String bootstrap) throws IOException {
        Map<String, Object> client =
                new HashMap<>(Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"));
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = configuration.kafkaSettings().eventTopics().stream()
                    .map(topic -> new TopicPartition(topic, 0))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long all = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<JsonNode> events = new ArrayList<>();
            while (events.size() < all) {
                for (ConsumerRecord<String, String> read : consumer.poll(Duration.ofMillis(100))) {
                    events.add(new ObjectMapper().readTree(read.value()));
                    assertThat(read.key())
                            .startsWith(events.get(events.size() - 1)
                                            .path("account")
                                            .textValue() + "/");
                }
            }
            return events;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
