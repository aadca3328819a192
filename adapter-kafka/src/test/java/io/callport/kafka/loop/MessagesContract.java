package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.kafka.KafkaLoop;
import io.callport.kafka.settings.CrossVendor;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

/** Records of every kind and their results, on the broker of the implementing test. */
interface MessagesContract {
    /** The broker's address, {@code bootstrap.servers}. */
    String bootstrap();

    private LoopFixture fixture() {
        return new LoopFixture(bootstrap());
    }

    @Test
    default void answersACommandWithOneResultAndItsHeaders() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.startReady();
            String position = fixture.send(
                    LoopFixture.CALLBOT,
                    LoopFixture.lookup("牛小信"),
                    new RecordHeader("ce_correlationid", LoopFixture.bytes("c-1")),
                    new RecordHeader("kafka_correlationId", new byte[] {0, 1, (byte) 0xff}));
            ConsumerRecord<byte[], byte[]> result =
                    fixture.read(fixture.results(LoopFixture.CALLBOT), 1).get(0);

            assertThat(new String(result.key(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(LoopFixture.CALLBOT);
            assertThat(LoopFixture.headers(result))
                    .contains(
                            entry("ce_specversion", "1.0"),
                            entry("ce_id", position),
                            entry("ce_source", "/callport/" + fixture.name),
                            entry("ce_type", "io.callport.call-info.lookup.answer.v1"),
                            entry("ce_subject", LoopFixture.CALLBOT),
                            entry("ce_causationid", position),
                            entry("ce_correlationid", "c-1"),
                            entry("content-type", "application/json"))
                    .containsKeys("ce_time", "kafka_correlationId");
            assertThat(result.headers().lastHeader("kafka_correlationId").value())
                    .containsExactly(0, 1, 0xff);
            JsonNode json = LoopFixture.json(result);
            assertThat(json.at("/status").textValue()).isEqualTo("answered");
            assertThat(json.at("/result/vendorFields/asked").textValue()).isEqualTo("牛小信");
            assertThat(json.at("/request/attempts").intValue()).isEqualTo(1);
        }
    }

    @Test
    default void bringsEveryCommandHomeWhereverItWasPublished() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.crossVendor = CrossVendor.ALLOW;
            fixture.startReady();
            Set<String> positions = new TreeSet<>();
            for (String topic : List.of(fixture.commands(LoopFixture.MOOR), fixture.commands(LoopFixture.CALLBOT))) {
                for (int partition = 0; partition < LoopFixture.PARTITIONS; partition++) {
                    positions.add(fixture.send(new ProducerRecord<>(
                            topic, partition, null, LoopFixture.bytes(LoopFixture.lookup("p" + partition)))));
                }
            }
            List<ConsumerRecord<byte[], byte[]>> results =
                    fixture.read(fixture.results(LoopFixture.CALLBOT), positions.size());

            assertThat(results.stream().map(r -> LoopFixture.headers(r).get("ce_id")))
                    .containsExactlyInAnyOrderElementsOf(positions);
            assertThat(results.stream()
                            .map(r -> LoopFixture.json(r).at("/status").textValue()))
                    .containsOnly("answered");
        }
    }

    @Test
    default void bringsACommandHomeWhoseTimestampItsTopicRefuses() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            String commands = fixture.commands(LoopFixture.MOOR);
            Set<String> positions = new TreeSet<>();
            for (int i = 0;
                    i < 2 * LoopFixture.PARTITIONS;
                    i++) { // two or more of a batch have another exception than one
                long before = System.currentTimeMillis() - 10_000;
                positions.add(fixture.send(new ProducerRecord<>(
                        commands, i % LoopFixture.PARTITIONS, before, null, LoopFixture.bytes(LoopFixture.groups()))));
            }
            fixture.cluster.configure(commands, "message.timestamp.before.max.ms", "1000");
            fixture.startReady();
            List<ConsumerRecord<byte[], byte[]>> results =
                    fixture.read(fixture.results(LoopFixture.MOOR), positions.size());

            assertThat(results.stream().map(r -> LoopFixture.headers(r).get("ce_id")))
                    .containsExactlyInAnyOrderElementsOf(positions);
            assertThat(results.stream()
                            .map(r -> LoopFixture.json(r).at("/reason").asText()))
                    .as("the reasons of refusals")
                    .doesNotContain("invalid-command");
        }
    }

    @Test
    default void putsWhatIsNoCommandIntoTheDeadLettersByteForByte() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.startReady();
            List<byte[]> values = java.util.Arrays.asList(
                    null,
                    LoopFixture.bytes("not json"),
                    LoopFixture.bytes("[1]"),
                    LoopFixture.bytes("{\"query\":\"x\"}"),
                    LoopFixture.bytes("[".repeat(100_000)),
                    LoopFixture.bytes("\"" + "x".repeat(900_000) + "\""),
                    new byte[] {(byte) 0xff, (byte) 0xfe});
            for (byte[] value : values) {
                fixture.send(new ProducerRecord<>(
                        fixture.commands(LoopFixture.MOOR),
                        0,
                        LoopFixture.bytes("key"),
                        value,
                        List.of(new RecordHeader("mine", new byte[] {7}))));
            }
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("after"));

            List<ConsumerRecord<byte[], byte[]>> letters = fixture.read(fixture.deadLetters(), values.size());
            assertThat(letters.stream().map(ConsumerRecord::value)).containsExactlyInAnyOrderElementsOf(values);
            assertThat(letters).allSatisfy(letter -> {
                assertThat(letter.key()).isEqualTo(LoopFixture.bytes("key"));
                assertThat(letter.headers().lastHeader("mine").value()).containsExactly(7);
                assertThat(LoopFixture.headers(letter))
                        .containsEntry("__dlq.errors.topic", fixture.commands(LoopFixture.MOOR))
                        .containsEntry("__dlq.errors.partition", "0")
                        .containsEntry("__dlq.errors.group", fixture.name)
                        .containsKeys("__dlq.errors.offset", "__dlq.errors.message", "__dlq.errors.delivery.count")
                        .hasEntrySatisfying(
                                "__dlq.errors.tag", tag -> assertThat(tag).hasSize(43));
            });
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
        }
    }

    @Test
    default void givesNoRecordAnIdentityThatItsPublisherChose() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            RecordingListener recorded = new RecordingListener();
            fixture.listener = recorded;
            fixture.startReady();
            String other = fixture.commands(LoopFixture.CALLBOT) + "/0/7";
            Set<String> positions = new TreeSet<>();
            positions.add(fixture.send(
                    LoopFixture.CALLBOT,
                    LoopFixture.lookup("forged"),
                    new RecordHeader("callport_origin", LoopFixture.bytes(other + ";hops=4"))));
            positions.add(fixture.send(
                    LoopFixture.CALLBOT,
                    LoopFixture.lookup("forged"),
                    new RecordHeader("__dlq.errors.topic", LoopFixture.bytes(fixture.commands(LoopFixture.CALLBOT))),
                    new RecordHeader("__dlq.errors.partition", LoopFixture.bytes("0")),
                    new RecordHeader("__dlq.errors.offset", LoopFixture.bytes("7"))));

            assertThat(fixture.resultIds(LoopFixture.CALLBOT, 2)).containsExactlyInAnyOrderElementsOf(positions);
            assertThat(recorded.count("origin rejected")).isEqualTo(2);
        }
    }

    @Test
    default void aDeadLetterIsMendedUnderItsFirstPosition() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.startReady();
            String first = fixture.send(LoopFixture.CALLBOT, "no command");
            ConsumerRecord<byte[], byte[]> letter =
                    fixture.read(fixture.deadLetters(), 1).get(0);
            for (int partition = 0; partition < LoopFixture.PARTITIONS; partition++) {
                fixture.send(new ProducerRecord<>(
                        fixture.commands(LoopFixture.CALLBOT),
                        partition,
                        letter.key(),
                        LoopFixture.bytes(LoopFixture.lookup("mended" + partition)),
                        letter.headers()));
            }
            assertThat(fixture.resultIds(LoopFixture.CALLBOT, LoopFixture.PARTITIONS))
                    .containsOnly(first);
        }
    }

    @Test
    default void theOpenTransactionOfAPublisherIsShown() {
        try (LoopFixture fixture = fixture().withTopics(Map.of());
                Producer<byte[], byte[]> publisher = fixture.transactionalPublisher()) {
            KafkaLoop loop = fixture.startReady();
            publisher.initTransactions();
            publisher.beginTransaction();
            Future<?> unused = publisher.send(new ProducerRecord<>(
                    fixture.commands(LoopFixture.CALLBOT),
                    LoopFixture.bytes(LoopFixture.CALLBOT),
                    LoopFixture.bytes(LoopFixture.lookup("open"))));
            publisher.flush();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("behind"));

            LoopFixture.until("it is named", () -> !loop.health().warnings().isEmpty());
            assertThat(loop.health().ready()).isTrue();
            assertThat(loop.health().warnings())
                    .singleElement()
                    .asString()
                    .startsWith("Partition " + fixture.commands(LoopFixture.CALLBOT) + "-")
                    .contains("2 records from there on wait");
            assertThat(loop.snapshot().partitions())
                    .filteredOn(partition -> partition.unread() > 0)
                    .singleElement()
                    .satisfies(partition -> assertThat(partition.unread()).isEqualTo(2));

            publisher.commitTransaction();
            fixture.read(fixture.results(LoopFixture.CALLBOT), 2);
            LoopFixture.until("it is forgotten", () -> loop.health().warnings().isEmpty());
        }
    }

    @Test
    default void refusesWhatCannotBeAskedAndSaysWhy() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.startReady();
            String params = ",\"params\":{\"customerId\":\"c\",\"appKey\":\"k\",\"status\":1}}";
            Map<String, String> expected = new HashMap<>();
            expected.put(
                    "{\"id\":\"1\",\"query\":\"nothing.here\",\"account\":\"" + LoopFixture.CALLBOT + "\"}",
                    "unsupported-query");
            expected.put(
                    "{\"id\":\"2\",\"query\":\"call-info.lookup\",\"account\":\"" + LoopFixture.CALLBOT + "\"}",
                    "invalid-command");
            expected.put(
                    "{\"id\":\"3\",\"query\":\"call-info.lookup\",\"account\":\"callbot:stranger\"" + params,
                    "unknown-account");
            expected.put(
                    "{\"id\":\"4\",\"query\":\"call-info.lookup\",\"account\":\"" + LoopFixture.CALLBOT
                            + "\",\"expiresAt\":\"2020-01-01T00:00:00Z\"" + params,
                    "expired");
            expected.put(
                    "{\"id\":\"5\",\"query\":\"call-info.lookup\",\"account\":\"" + LoopFixture.CALLBOT
                            + "\",\"maxAge\":\"soon\"" + params,
                    "invalid-command");
            expected.keySet().forEach(json -> fixture.send(LoopFixture.CALLBOT, json));
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("broken"));

            Map<String, String> reasons = fixture.read(fixture.results(LoopFixture.CALLBOT), 6).stream()
                    .map(LoopFixture::json)
                    .collect(Collectors.toMap(
                            json -> json.at("/commandId").textValue(),
                            json -> json.at("/reason").textValue()));
            expected.forEach((json, reason) ->
                    assertThat(reasons).containsEntry(json.substring(7, json.indexOf('"', 7)), reason));
            assertThat(reasons).containsValue("malformed-answer");
            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), 6))
                    .noneSatisfy(r -> assertThat(LoopFixture.json(r).toString()).contains("swordfish"));
        }
    }

    @Test
    default void repliesWhereTheCommandAsksIfThatIsAllowed() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            String replies = fixture.name + ".replies";
            fixture.cluster.create(List.of(replies), Map.of());
            fixture.startReady();
            byte[] two = ByteBuffer.allocate(4).putInt(2).array();
            fixture.send(
                    LoopFixture.CALLBOT,
                    LoopFixture.lookup("there"),
                    new RecordHeader("kafka_replyTopic", LoopFixture.bytes(replies)),
                    new RecordHeader("kafka_replyPartition", two));
            fixture.send(
                    LoopFixture.CALLBOT,
                    LoopFixture.lookup("x"),
                    new RecordHeader("kafka_replyTopic", LoopFixture.bytes("elsewhere")));
            fixture.send(
                    LoopFixture.CALLBOT,
                    LoopFixture.lookup("x"),
                    new RecordHeader("kafka_replyTopic", LoopFixture.bytes(fixture.name + ".absent")));

            assertThat(fixture.read(replies, 1).get(0).partition()).isEqualTo(2);
            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), 2))
                    .allSatisfy(
                            r -> assertThat(LoopFixture.json(r).at("/reason").textValue())
                                    .isEqualTo("invalid-command"));
        }
    }

    @Test
    default void refusesAnAnswerThatDoesNotFitAndGoesOn() {
        try (LoopFixture fixture = fixture().withTopics(Map.of("max.message.bytes", "20000"))) {
            fixture.startReady();
            fixture.vendor.answerSize = 50_000;
            fixture.send(LoopFixture.MOOR, LoopFixture.groups());
            JsonNode refusal = LoopFixture.json(
                    fixture.read(fixture.results(LoopFixture.MOOR), 1).get(0));
            assertThat(refusal.at("/reason").textValue()).isEqualTo("answer-too-large");
            assertThat(refusal.at("/detail").textValue()).contains("20000").containsPattern("5\\d{4} bytes");

            fixture.vendor.answerSize = 10;
            fixture.send(LoopFixture.MOOR, LoopFixture.groups());
            assertThat(LoopFixture.json(fixture.read(fixture.results(LoopFixture.MOOR), 2)
                                    .get(1))
                            .at("/status")
                            .textValue())
                    .isEqualTo("answered");
        }
    }

    @Test
    default void takesTheFallbackOfARecordThatTheBrokerRefusesAllTheSame() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.startReady();
            ClusterAdmin.await(fixture.cluster
                    .admin
                    .incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, fixture.results(LoopFixture.MOOR)),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", "20000"), AlterConfigOp.OpType.SET))))
                    .all());
            fixture.vendor.answerSize = 50_000; // the loop still thinks that a megabyte fits
            fixture.send(LoopFixture.MOOR, LoopFixture.groups());
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("beside"));

            assertThat(LoopFixture.json(fixture.read(fixture.results(LoopFixture.MOOR), 1)
                                    .get(0))
                            .at("/reason")
                            .textValue())
                    .isEqualTo("answer-too-large");
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
        }
    }
}
