package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.loop.BoundedDeserializer.OversizedPart;
import io.callport.kafka.record.OversizedValue;
import io.callport.memory.MemoryLedger;
import io.callport.memory.MemoryUse;
import io.callport.sandbox.broker.EmbeddedKafka;
import io.callport.switchboard.Limits;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A poll is bounded in bytes, and a value that is too large for the memory is set aside. */
class PollBytesTest {
    private static final int ALLOWED = 100_000;
    private static final int PARTITIONS = 3;
    private static EmbeddedKafka broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedKafka.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void aPollTakesSoManyBytesAndLosesNoRecord(String protocol) throws Exception {
        String topic = "polled-by-" + protocol;
        Set<String> sent = publish(topic);
        BoundedDeserializer allowance = new BoundedDeserializer(1_000_000);
        Set<String> received = new TreeSet<>();
        List<Integer> sizes = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(protocol, allowance)) {
            consumer.subscribe(List.of(topic));
            while (received.size() < sent.size()) {
                allowance.beginPoll(ALLOWED);
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(500));
                int[] bytes = {0};
                records.forEach(record -> {
                    bytes[0] += (int) BoundedDeserializer.weight(record);
                    String position = record.partition() + "/" + record.offset();
                    assertThat(received.add(position))
                            .as(position + " came once")
                            .isTrue();
                });
                if (!records.isEmpty()) {
                    assertThat(bytes[0] <= ALLOWED || records.count() == 1)
                            .as(bytes[0] + " bytes in " + records.count() + " records")
                            .isTrue();
                    sizes.add(records.count());
                }
            }
        }
        assertThat(received).isEqualTo(sent);
        assertThat(sizes).as("a record that is larger than a poll comes alone").contains(1);
        assertThat(sizes).anyMatch(size -> size > 1);
    }

    @Test
    void aKeyAValueOrHeadersThatAreTooLargeAreOnlyDescribed() {
        BoundedDeserializer allowance = new BoundedDeserializer(10);
        allowance.beginPoll(ALLOWED);
        byte[] small = new byte[10];
        byte[] large = new byte[11];

        assertThat(allowance.oversized(polled(allowance, small, small, 0))).isNull();
        assertThat(allowance.oversized(polled(allowance, null, null, 0))).isNull();
        assertThat(allowance.oversized(polled(allowance, small, large, 0)))
                .isEqualTo(new OversizedPart("value", 11, OversizedValue.of(ByteBuffer.wrap(large))));
        assertThat(allowance.oversized(polled(allowance, large, small, 0)))
                .isEqualTo(new OversizedPart("key", 11, OversizedValue.UNKNOWN));
        assertThat(allowance.oversized(polled(allowance, large, null, 0)))
                .isEqualTo(new OversizedPart("key", 11, OversizedValue.UNKNOWN));
        assertThat(allowance.oversized(polled(allowance, null, small, 0))).isNull();
        assertThat(allowance.oversized(polled(allowance, null, small, 11)))
                .isEqualTo(new OversizedPart("headers", 12, OversizedValue.of(ByteBuffer.wrap(small))));
    }

    /** A record as Kafka's consumer makes it: only what is not null is deserialized. */
    private static ConsumerRecord<byte[], byte[]> polled(
            BoundedDeserializer allowance, byte @Nullable [] key, byte @Nullable [] value, int header) {
        RecordHeaders headers = new RecordHeaders();
        if (header > 0) {
            headers.add("x", new byte[header]);
        }
        byte[] keyRead = key == null ? null : allowance.keys().deserialize("t", headers, ByteBuffer.wrap(key));
        byte[] valueRead = value == null ? null : allowance.deserialize("t", headers, ByteBuffer.wrap(value));
        return new ConsumerRecord<>("t", 0, 0, keyRead, valueRead);
    }

    @Test
    void aCommandThatIsTooLargeForTheMemoryIsSetAsideAndTheOthersAreAnswered() {
        try (LoopFixture fixture =
                new LoopFixture(broker.bootstrapServers()).withTopics(Map.of("max.message.bytes", "10000000"))) {
            fixture.limits = new Limits(100, 100, 4, 64, 32 << 20); // 1 MiB for a record
            fixture.startReady();
            String first = fixture.send(LoopFixture.MOOR, LoopFixture.groups());
            String huge = fixture.send(
                    LoopFixture.MOOR, LoopFixture.groups().replace("}", ", \"x\": \"" + "x".repeat(3_000_000) + "\"}"));
            String last = fixture.send(LoopFixture.MOOR, LoopFixture.groups());

            assertThat(fixture.resultIds(LoopFixture.MOOR, 2)).containsExactlyInAnyOrder(first, last);
            var letter = fixture.read(fixture.deadLetters(), 1).get(0);
            assertThat(letter.value()).isNull();
            assertThat(LoopFixture.headers(letter))
                    .containsEntry("__dlq.errors.offset", huge.split("/", -1)[2])
                    .containsKey("__dlq.errors.value.sha256")
                    .hasEntrySatisfying(
                            "__dlq.errors.message", why -> assertThat(why).startsWith("value: 3000"));
        }
    }

    @Test
    void topicsOfCommandsAreMadeSoThatTheirBrokerUnpacksBatches() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker.bootstrapServers());
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            fixture.cluster.create(Set.of(fixture.name + ".replies"), Map.of());
            fixture.startReady();
            ConfigResource commands = new ConfigResource(ConfigResource.Type.TOPIC, fixture.commands(LoopFixture.MOOR));
            ConfigResource results = new ConfigResource(ConfigResource.Type.TOPIC, fixture.results(LoopFixture.MOOR));
            var configs =
                    admin.describeConfigs(List.of(commands, results)).all().get(30, TimeUnit.SECONDS);

            assertThat(configs.get(commands).get("compression.type").value()).isEqualTo("uncompressed");
            assertThat(configs.get(results).get("compression.type").value()).isEqualTo("producer");
        }
    }

    @Test
    void pollsBringLessWhileMemoryIsShortAndHealthSaysSoIfItLasts() {
        MemoryLedger ledger = new MemoryLedger(64 << 20);
        MemoryShares shares = new MemoryShares(ledger);
        assertThat(shares.pollBytes()).isEqualTo(2 << 20);
        ledger.set(MemoryUse.RESULTS, 47 << 20);
        assertThat(shares.pollBytes()).isEqualTo(512 << 10);
        assertThat(shares.problems(0)).isEmpty();
        ledger.set(MemoryUse.RESULTS, 48 << 20);
        assertThat(shares.scarce()).isTrue();
        assertThat(shares.pollBytes()).isEqualTo(64 << 10);
        assertThat(shares.problems(0)).isEmpty();
        assertThat(shares.problems(Duration.ofSeconds(10).toNanos()))
                .singleElement()
                .asString()
                .contains("held by results");
        ledger.set(MemoryUse.RESULTS, 0);
        assertThat(shares.problems(Duration.ofSeconds(11).toNanos())).isEmpty();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String protocol, BoundedDeserializer allowance) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                "polls-by-" + protocol,
                "auto.offset.reset",
                "earliest",
                "group.protocol",
                protocol,
                "enable.auto.commit",
                "false"));
        return new KafkaConsumer<>(properties, allowance.keys(), allowance);
    }

    /**
     * Publishes 60 records of up to 150 kB in several partitions, many to a batch, and compressed; returns their
     * positions.
     */
    private static Set<String> publish(String topic) throws Exception {
        Set<String> sent = new TreeSet<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers", broker.bootstrapServers(),
                                "linger.ms", "200",
                                "batch.size", "1000000",
                                "compression.type", "gzip"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            List<Future<RecordMetadata>> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                byte[] large = new byte[i % 10 == 0 ? 150_000 : 15_000];
                byte[] key = i % 4 == 0 ? null : i % 4 == 1 ? new byte[10] : large;
                byte[] value = i % 4 == 3 ? null : large;
                ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, i % PARTITIONS, key, value);
                if (i % 3 == 0) {
                    record.headers().add("large", large);
                }
                all.add(producer.send(record));
            }
            for (var each : all) {
                sent.add(each.get().partition() + "/" + each.get().offset());
            }
        }
        return sent;
    }
}
