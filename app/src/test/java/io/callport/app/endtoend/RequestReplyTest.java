package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.QueryClient;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.app.service.Service;
import io.callport.config.file.ConfigurationFile;
import io.callport.contract.TrafficCheck;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.requestreply.KafkaReplyTimeoutException;
import org.springframework.kafka.requestreply.ReplyingKafkaTemplate;
import org.springframework.kafka.support.TopicPartitionOffset;

/** Spring's request and reply, without any class of Callport's on the client. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RequestReplyTest {
    private static final String COMMANDS = "callport.7moor.commands";
    private static final String RESULTS = "callport.7moor.results";
    private static final String ACCOUNT = ServiceFixture.MOOR.toString();
    private static final String GROUPS = "{\"query\":\"number-pool.groups\",\"account\":\"" + ACCOUNT + "\"}";
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private static EmbeddedKafka broker;
    private static VendorSandbox vendors;
    private static Service service;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        broker = EmbeddedKafka.start();
        vendors = VendorSandbox.start(0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic("shop.replies", 3, (short) 1), new NewTopic("else.replies", 3, (short) 1)))
                    .all()
                    .get();
        }
        Path file = Files.writeString(directory.resolve("callport.yaml"), """
                kafka: { bootstrap.servers: "%s", group.id: callport }
                topics: { 7moor: { replies: [shop.replies] }, create: { partitions: 3, replication: 1 } }
                accounts:
                  - { id: "%s", secret: %s, url: "%s", budget: none }
                admin: { port: 0 }
                """.formatted(
                        broker.bootstrapServers(), ACCOUNT, ServiceFixture.MOOR_SECRET, vendors.url()));
        service = Service.start(ConfigurationFile.read(file, name -> null).configuration());
        SecuredFixture.until("the service is ready", () -> service.health().ready());
    }

    @AfterAll
    static void stop() {
        service.close();
        vendors.close();
        TrafficCheck.assertOfTheContract(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                Set.of(COMMANDS, RESULTS),
                Set.of("shop.replies", "else.replies"));
        broker.close();
    }

    @Test
    void theClientThatIsDocumentedGetsItsAnswer() throws Exception {
        try (QueryClient client = new QueryClient(broker.bootstrapServers())) {
            String answer = client.ask(COMMANDS, ACCOUNT, "number-pool.groups", TIMEOUT);

            assertThat(new ObjectMapper()
                            .readTree(answer)
                            .at("/result/groups/0/name")
                            .textValue())
                    .isEqualTo("客服号码组");
        }
    }

    @Test
    void aRefusalIsAReplyToo() throws Exception {
        try (QueryClient client = new QueryClient(broker.bootstrapServers())) {
            assertThat(client.ask(COMMANDS, "7moor:stranger", "number-pool.groups", TIMEOUT))
                    .contains("\"reason\":\"unknown-account\"");
            assertThat(client.ask(COMMANDS, ACCOUNT, "number-pool.colours", TIMEOUT))
                    .contains("\"reason\":\"unsupported-query\"");
        }
    }

    @Test
    void theClientThatIsDocumentedIsTheOneTested() throws Exception {
        Path root = Path.of("").toAbsolutePath().getParent();
        String client = Files.readString(root.resolve("app/src/test/java/com/example/QueryClient.java"));
        assertThat(Files.readString(root.resolve("docs/request-reply.md"))).contains("```java\n" + client + "```");
        assertThat(client).doesNotContain("io.callport");
    }

    @Test
    void bytesAndAPartitionOfItsOwnWorkToo() throws Exception {
        try (Asking asking = new Asking("shop.replies", 2)) {
            ConsumerRecord<byte[], byte[]> reply = asking.ask(GROUPS);

            assertThat(reply.partition()).isEqualTo(2);
            assertThat(new String(reply.value(), StandardCharsets.UTF_8)).contains("\"status\":\"answered\"");
        }
    }

    @Test
    void aReplyTopicThatIsNotAllowedGetsNothingAndTheRefusalIsOnTheResultsTopic() throws Exception {
        try (BackEndClient backEnd = new BackEndClient(
                        Map.of("bootstrap.servers", broker.bootstrapServers()), List.of(RESULTS, "else.replies"));
                Asking asking = new Asking("else.replies", 1)) {
            assertThatThrownBy(() -> asking.ask(GROUPS, Duration.ofSeconds(3)))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(KafkaReplyTimeoutException.class);

            assertThat(backEnd.await(RESULTS, "ce_subject", ACCOUNT).value())
                    .contains(
                            "\"reason\":\"invalid-command\"",
                            "is not among the topics that topics.7moor.replies allows");
            assertThat(backEnd.seen("else.replies")).isZero();
        }
    }

    /** The template with bytes, and one partition for its replies. */
    private static final class Asking implements AutoCloseable {
        private final ReplyingKafkaTemplate<byte[], byte[], byte[]> template;

        Asking(String topic, int partition) throws InterruptedException {
            Map<String, Object> client =
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
            ContainerProperties replies = new ContainerProperties(
                    new TopicPartitionOffset(topic, partition, TopicPartitionOffset.SeekPosition.END));
            replies.setGroupId("asking-" + topic);
            template = new ReplyingKafkaTemplate<>(
                    new DefaultKafkaProducerFactory<>(
                            Map.of("bootstrap.servers", broker.bootstrapServers()),
                            new ByteArraySerializer(),
                            new ByteArraySerializer()),
                    new KafkaMessageListenerContainer<>(
                            new DefaultKafkaConsumerFactory<>(
                                    client, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                            replies));
            template.afterPropertiesSet();
            template.start();
            template.waitForAssignment(TIMEOUT);
        }

        ConsumerRecord<byte[], byte[]> ask(String command) throws Exception {
            return ask(command, TIMEOUT);
        }

        ConsumerRecord<byte[], byte[]> ask(String command, Duration timeout) throws Exception {
            return template.sendAndReceive(
                            new ProducerRecord<>(
                                    COMMANDS,
                                    ACCOUNT.getBytes(StandardCharsets.UTF_8),
                                    command.getBytes(StandardCharsets.UTF_8)),
                            timeout)
                    .get();
        }

        @Override
        public void close() {
            template.destroy();
        }
    }
}
