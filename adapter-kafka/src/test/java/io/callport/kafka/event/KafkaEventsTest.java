package io.callport.kafka.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.event.EventRefusedException;
import io.callport.event.VendorEvent;
import io.callport.kafka.KafkaEvents;
import io.callport.kafka.admin.CheckFixture;
import io.callport.kafka.settings.EventSettings;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.query.VendorFields;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink on a broker: what is on the topic, and what happens while the broker is away. */
class KafkaEventsTest {
    private static final int PARTITIONS = 3;

    @TempDir
    static Path data;

    private static EmbeddedKafka broker;
    private static String servers;

    private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final String topic = prefix + ".7moor.events";
    private final SinkReports reports = new SinkReports();

    @BeforeAll
    static void start() {
        broker = open(0);
        servers = broker.bootstrapServers();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static EmbeddedKafka open(int port) {
        return EmbeddedKafka.open(data, port, Map.of("num.partitions", String.valueOf(PARTITIONS)));
    }

    @Test
    void eventsAreOnTheirTopicWithTheirKeysAndHeadersAndThoseOfOneCallInTheirOrder() {
        try (KafkaEvents events = start(Creation.BROKER_DEFAULTS)) {
            untilReady(events);
            List<CompletableFuture<Void>> futures = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                futures.add(events.publish(event(i, "call-" + i % 7)));
            }
            futures.forEach(CompletableFuture::join);
            assertThat(events.waitingBytes()).isZero();
        }

        List<ConsumerRecord<byte[], byte[]>> published = read(topic);
        assertThat(published).hasSize(300);
        assertThat(published).extracting(record -> header(record, "ce_id")).doesNotHaveDuplicates();
        assertThat(published.get(0).headers())
                .extracting(header -> header.key())
                .containsExactly(
                        "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "content-type");
        for (int call = 0; call < 7; call++) {
            String key = "7moor:2000103/call-" + call;
            List<ConsumerRecord<byte[], byte[]>> ofCall = published.stream()
                    .filter(record -> text(record.key()).equals(key))
                    .toList();
            assertThat(ofCall).hasSizeGreaterThan(40);
            assertThat(ofCall)
                    .extracting(ConsumerRecord::partition)
                    .containsOnly(ofCall.get(0).partition());
            assertThat(ofCall).extracting(record -> header(record, "ce_id")).isSorted();
        }
        assertThat(new HashSet<>(
                        published.stream().map(ConsumerRecord::partition).toList()))
                .hasSizeGreaterThan(1);
    }

    @Test
    void whileTheBrokerIsAwayEventsAreRefusedAndOnceItIsBackTheyArePublishedWithoutARestart() {
        try (KafkaEvents events = start(Creation.BROKER_DEFAULTS)) {
            untilReady(events);
            Set<String> acknowledged = new HashSet<>();
            publish(events, 1).ifPresent(acknowledged::add);
            assertThat(acknowledged).hasSize(1);

            broker.close();
            CompletableFuture<Void> refused = events.publish(event(2, "call-2"));
            untilReason(events, "Topic " + topic + " did not take the last event");
            untilReason(events, "Kafka at ");
            assertThat(refused).isCompletedExceptionally();
            assertThat(events.health().live()).isTrue();

            broker = open(Integer.parseInt(servers.replaceFirst(".*:", "")));
            CheckFixture.until("an acknowledgement", () -> {
                Optional<String> id = publish(events, 3);
                id.ifPresent(acknowledged::add);
                return id.isPresent();
            });
            untilReady(events);

            assertThat(read(topic))
                    .extracting(record -> header(record, "ce_id"))
                    .containsAll(acknowledged);
            assertThat(reports.lines).containsOnlyOnce("opened").doesNotContain("closed");
        }
    }

    @Test
    void aTopicThatMustNotBeMadeIsMissedUntilItIsThere() {
        try (KafkaEvents events = start(null);
                Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            CheckFixture.until(
                    "the reasons",
                    () -> events.health()
                            .reasons()
                            .contains("topic " + topic
                                    + " does not exist or may not be seen, and topics.create is never; create it, or give"
                                    + " the right to it"));
            assertThat(publish(events, 1)).isEmpty();
            assertThat(reports.lines).contains("refused topic-unavailable");

            create(admin, topic, Map.of());
            create(admin, prefix + ".callbot.events", Map.of());
            CheckFixture.until("an acknowledgement", () -> publish(events, 2).isPresent());
            untilReady(events);
        }
    }

    @Test
    void anEventThatIsTooLargeForItsTopicIsThereWithoutItsData() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
                KafkaEvents events = startWith(admin, Map.of("max.message.bytes", "4000"))) {
            untilReady(events);
            events.publish(EventFixture.large(5_000)).join();
            events.publish(EventFixture.large(2_000)).join();

            assertThat(read(topic))
                    .extracting(record -> text(record.value()))
                    .satisfiesExactly(
                            small -> assertThat(small)
                                    .contains("\"tooLarge\":{\"bytes\":5")
                                    .doesNotContain("xxx"),
                            whole -> assertThat(whole).contains("xxx"));
        }
    }

    @Test
    void atItsEndTheSinkWaitsForWhatWasTaken() {
        List<CompletableFuture<Void>> futures = new ArrayList<>();
        try (KafkaEvents events = start(Creation.BROKER_DEFAULTS)) {
            untilReady(events);
            for (int i = 0; i < 1_000; i++) {
                futures.add(events.publish(event(i, "call-1")));
            }
        }
        assertThat(futures).allSatisfy(future -> assertThat(future).isCompleted());
        assertThat(read(topic)).hasSize(1_000);
        assertThat(reports.lines).endsWith("closed");
    }

    private KafkaEvents startWith(Admin admin, Map<String, String> config) {
        create(admin, topic, config);
        return start(Creation.BROKER_DEFAULTS);
    }

    private KafkaEvents start(@Nullable Creation create) {
        return KafkaEvents.start(EventFixture.settings(servers, prefix, create, EventSettings.WAITING_BYTES), reports);
    }

    private static VendorEvent event(int number, String call) {
        return EventFixture.event("%032x".formatted(number), call, VendorFields.NONE);
    }

    /** The id of an event that was acknowledged; empty if it was refused. */
    private static Optional<String> publish(KafkaEvents events, int number) {
        VendorEvent event = event(number, "call-" + number);
        try {
            events.publish(event).join();
            return Optional.of(event.id());
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(EventRefusedException.class);
            return Optional.empty();
        }
    }

    private static void untilReason(KafkaEvents events, String beginning) {
        CheckFixture.until(
                beginning, () -> events.health().reasons().stream().anyMatch(it -> it.startsWith(beginning)));
    }

    private static void untilReady(KafkaEvents events) {
        CheckFixture.until("the topics", () -> events.health().ready());
    }

    private static void create(Admin admin, String name, Map<String, String> config) {
        CheckFixture.await(admin.createTopics(
                        List.of(new NewTopic(name, Optional.of(1), Optional.of((short) 1)).configs(config)))
                .all());
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            }
        }
        return read;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
