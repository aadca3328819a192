package io.callport.sandbox.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmbeddedKafkaTest {

    @Test
    void readCommittedConsumersSeeCommittedTransactionsOnly() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            createTopic(kafka, "results");
            createTopic(kafka, "commands");
            try (var producer = producer(kafka);
                    var consumer = consumer(kafka, "classic")) {
                producer.initTransactions();
                consumer.subscribe(List.of("results"));
                publish(producer, "aborted");
                producer.abortTransaction();
                publish(producer, "committed");
                producer.sendOffsetsToTransaction(
                        Map.of(new TopicPartition("commands", 0), new OffsetAndMetadata(7, "marker")),
                        consumer.groupMetadata());
                producer.commitTransaction();

                assertThat(read(consumer, 1)).containsExactly("committed");
            }
        }
    }

    @Test
    void bothGroupProtocolsWork() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            createTopic(kafka, "results");
            try (var producer = producer(kafka)) {
                producer.initTransactions();
                publish(producer, "one");
                producer.commitTransaction();
            }
            for (String protocol : List.of("classic", "consumer")) {
                try (var consumer = consumer(kafka, protocol)) {
                    consumer.subscribe(List.of("results"));
                    assertThat(read(consumer, 1)).as(protocol).containsExactly("one");
                }
            }
        }
    }

    @Test
    void itHasTheFeaturesOfANewCluster() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                Admin admin = admin(kafka)) {
            var features = admin.describeFeatures().featureMetadata().get().finalizedFeatures();

            assertThat(features.get("transaction.version").maxVersionLevel()).isEqualTo((short) 2);
            assertThat(features.get("group.version").maxVersionLevel()).isEqualTo((short) 1);
        }
    }

    @Test
    void itCreatesNoTopicByItself() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                Admin admin = admin(kafka)) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("absent"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("does not host this topic-partition");
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void itStartsAndStopsRepeatedlyAndLeavesNoDirectory() throws Exception {
        int port = freePort();
        for (int round = 0; round < 3; round++) {
            try (EmbeddedKafka kafka = EmbeddedKafka.start(port, Map.of("offset.metadata.max.bytes", "512"))) {
                assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
                createTopic(kafka, "results");
            }
        }
        assertThat(logDirectories()).isEmpty();
    }

    @Test
    void aGivenDirectoryKeepsItsDataForTheNextBrokerAtThatPort(@TempDir Path directory) throws Exception {
        int port = freePort();
        try (EmbeddedKafka kafka = EmbeddedKafka.open(directory.resolve("data"), port, Map.of())) {
            createTopic(kafka, "results");
            try (var producer = producer(kafka)) {
                producer.initTransactions();
                publish(producer, "one");
                producer.commitTransaction();
            }
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.open(directory.resolve("data"), port, Map.of());
                var consumer = consumer(kafka, "classic")) {
            consumer.subscribe(List.of("results"));
            assertThat(read(consumer, 1)).containsExactly("one");
        }
        assertThat(logDirectories()).isEmpty();
    }

    @Test
    void twoRunSideBySide() throws Exception {
        try (EmbeddedKafka one = EmbeddedKafka.start();
                EmbeddedKafka other = EmbeddedKafka.start();
                Admin admin = admin(other)) {
            createTopic(one, "results");

            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(taken.getLocalPort(), Map.of()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("kafka port " + taken.getLocalPort());
        }
        assertThat(logDirectories()).isEmpty();
    }

    @Test
    void settingsThatItNeedsItselfOrThatKafkaRefusesAreRefused() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmbeddedKafka.start(0, Map.of("log.dirs", "/tmp", "num.partitions", "2")))
                .withMessageContaining("[log.dirs]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmbeddedKafka.start(0, Map.of("num.io.threads", "many")))
                .withMessageContaining("num.io.threads");
        assertThat(logDirectories()).isEmpty();
    }

    private static void createTopic(EmbeddedKafka kafka, String name) throws Exception {
        try (Admin admin = admin(kafka)) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private static KafkaProducer<String, String> producer(EmbeddedKafka kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "sandbox-test"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static KafkaConsumer<String, String> consumer(EmbeddedKafka kafka, String protocol) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "group.id",
                        "sandbox-" + protocol,
                        "group.protocol",
                        protocol,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static void publish(KafkaProducer<String, String> producer, String value) throws Exception {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("results", value)).get();
    }

    private static List<String> read(KafkaConsumer<String, String> consumer, int count) {
        List<String> values = new ArrayList<>();
        Instant end = Instant.now().plusSeconds(30);
        while (values.size() < count && Instant.now().isBefore(end)) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
        }
        return values;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> logDirectories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(
                            "callport-kafka-" + ProcessHandle.current().pid() + "-"))
                    .toList();
        }
    }
}
