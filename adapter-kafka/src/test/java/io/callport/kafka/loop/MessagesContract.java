package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

/** What the loop makes of records, on whichever real broker. */
interface MessagesContract {
    /** The broker's {@code bootstrap.servers}. */
    String bootstrap();

    private Bench bench() {
        return new Bench(bootstrap());
    }

    @Test
    default void answersACommandWithOneResultAndItsHeaders() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.startReady();
            String position = bench.send(
                    Bench.B,
                    Bench.lookup("牛小信"),
                    new RecordHeader("ce_correlationid", Bench.bytes("c-1")),
                    new RecordHeader("kafka_correlationId", new byte[] {0, 1, (byte) 0xff}));
            ConsumerRecord<byte[], byte[]> result =
                    bench.read(bench.results(Bench.B), 1).get(0);

            assertThat(new String(result.key(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(Bench.B);
            assertThat(Bench.headers(result))
                    .contains(
                            entry("ce_specversion", "1.0"),
                            entry("ce_id", position),
                            entry("ce_source", "/callport/" + bench.name),
                            entry("ce_type", "io.callport.call-info.lookup.answer.v1"),
                            entry("ce_subject", Bench.B),
                            entry("ce_causationid", position),
                            entry("ce_correlationid", "c-1"),
                            entry("content-type", "application/json"))
                    .containsKeys("ce_time", "kafka_correlationId");
            assertThat(result.headers().lastHeader("kafka_correlationId").value())
                    .containsExactly(0, 1, 0xff);
            JsonNode json = Bench.json(result);
            assertThat(json.at("/status").textValue()).isEqualTo("answered");
            assertThat(json.at("/result/vendorFields/asked").textValue()).isEqualTo("牛小信");
            assertThat(json.at("/request/attempts").intValue()).isEqualTo(1);
        }
    }

    @Test
    default void bringsEveryCommandHomeWhereverItWasPublished() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.startReady();
            Set<String> positions = new TreeSet<>();
            for (String topic : List.of(bench.commands(Bench.A), bench.commands(Bench.B))) {
                for (int partition = 0; partition < Bench.PARTITIONS; partition++) {
                    positions.add(bench.send(
                            new ProducerRecord<>(topic, partition, null, Bench.bytes(Bench.lookup("p" + partition)))));
                }
            }
            List<ConsumerRecord<byte[], byte[]>> results = bench.read(bench.results(Bench.B), positions.size());

            assertThat(results.stream().map(r -> Bench.headers(r).get("ce_id")))
                    .containsExactlyInAnyOrderElementsOf(positions);
            assertThat(results.stream().map(r -> Bench.json(r).at("/status").textValue()))
                    .containsOnly("answered");
        }
    }

    @Test
    default void putsWhatIsNoCommandIntoTheDeadLettersByteForByte() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.startReady();
            List<byte[]> values = java.util.Arrays.asList(
                    null,
                    Bench.bytes("not json"),
                    Bench.bytes("[1]"),
                    Bench.bytes("{\"query\":\"x\"}"),
                    Bench.bytes("[".repeat(100_000)),
                    Bench.bytes("\"" + "x".repeat(900_000) + "\""),
                    new byte[] {(byte) 0xff, (byte) 0xfe});
            for (byte[] value : values) {
                bench.send(new ProducerRecord<>(
                        bench.commands(Bench.A),
                        0,
                        Bench.bytes("key"),
                        value,
                        List.of(new RecordHeader("mine", new byte[] {7}))));
            }
            bench.send(Bench.B, Bench.lookup("after"));

            List<ConsumerRecord<byte[], byte[]>> letters = bench.read(bench.deadLetters(), values.size());
            assertThat(letters.stream().map(ConsumerRecord::value)).containsExactlyInAnyOrderElementsOf(values);
            assertThat(letters).allSatisfy(letter -> {
                assertThat(letter.key()).isEqualTo(Bench.bytes("key"));
                assertThat(letter.headers().lastHeader("mine").value()).containsExactly(7);
                assertThat(Bench.headers(letter))
                        .containsEntry("__dlq.errors.topic", bench.commands(Bench.A))
                        .containsEntry("__dlq.errors.partition", "0")
                        .containsEntry("__dlq.errors.group", bench.name)
                        .containsKeys("__dlq.errors.offset", "__dlq.errors.message", "__dlq.errors.delivery.count");
            });
            bench.read(bench.results(Bench.B), 1);
        }
    }

    @Test
    default void refusesWhatCannotBeAskedAndSaysWhy() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.startReady();
            String params = ",\"params\":{\"customerId\":\"c\",\"appKey\":\"k\",\"status\":1}}";
            Map<String, String> expected = new HashMap<>();
            expected.put(
                    "{\"id\":\"1\",\"query\":\"nothing.here\",\"account\":\"" + Bench.B + "\"}", "unsupported-query");
            expected.put(
                    "{\"id\":\"2\",\"query\":\"call-info.lookup\",\"account\":\"" + Bench.B + "\"}", "invalid-command");
            expected.put(
                    "{\"id\":\"3\",\"query\":\"call-info.lookup\",\"account\":\"callbot:stranger\"" + params,
                    "unknown-account");
            expected.put(
                    "{\"id\":\"4\",\"query\":\"call-info.lookup\",\"account\":\"" + Bench.B
                            + "\",\"expiresAt\":\"2020-01-01T00:00:00Z\"" + params,
                    "expired");
            expected.put(
                    "{\"id\":\"5\",\"query\":\"call-info.lookup\",\"account\":\"" + Bench.B + "\",\"maxAge\":\"soon\""
                            + params,
                    "invalid-command");
            expected.keySet().forEach(json -> bench.send(Bench.B, json));
            bench.send(Bench.B, Bench.lookup("broken"));

            Map<String, String> reasons = bench.read(bench.results(Bench.B), 6).stream()
                    .map(Bench::json)
                    .collect(Collectors.toMap(
                            json -> json.at("/commandId").textValue(),
                            json -> json.at("/reason").textValue()));
            expected.forEach((json, reason) ->
                    assertThat(reasons).containsEntry(json.substring(7, json.indexOf('"', 7)), reason));
            assertThat(reasons).containsValue("malformed-answer");
            assertThat(bench.read(bench.results(Bench.B), 6))
                    .noneSatisfy(r -> assertThat(Bench.json(r).toString()).contains("swordfish"));
        }
    }

    @Test
    default void repliesWhereTheCommandAsksIfThatIsAllowed() {
        try (Bench bench = bench().withTopics(Map.of())) {
            String replies = bench.name + ".replies";
            bench.cluster.create(List.of(replies), Map.of());
            bench.startReady();
            byte[] two = ByteBuffer.allocate(4).putInt(2).array();
            bench.send(
                    Bench.B,
                    Bench.lookup("there"),
                    new RecordHeader("kafka_replyTopic", Bench.bytes(replies)),
                    new RecordHeader("kafka_replyPartition", two));
            bench.send(Bench.B, Bench.lookup("x"), new RecordHeader("kafka_replyTopic", Bench.bytes("elsewhere")));
            bench.send(
                    Bench.B,
                    Bench.lookup("x"),
                    new RecordHeader("kafka_replyTopic", Bench.bytes(bench.name + ".absent")));

            assertThat(bench.read(replies, 1).get(0).partition()).isEqualTo(2);
            assertThat(bench.read(bench.results(Bench.B), 2))
                    .allSatisfy(r ->
                            assertThat(Bench.json(r).at("/reason").textValue()).isEqualTo("invalid-command"));
        }
    }

    @Test
    default void refusesAnAnswerThatDoesNotFitAndGoesOn() {
        try (Bench bench = bench().withTopics(Map.of("max.message.bytes", "20000"))) {
            bench.startReady();
            bench.vendor.answerSize = 50_000;
            bench.send(Bench.A, Bench.groups());
            JsonNode refusal = Bench.json(bench.read(bench.results(Bench.A), 1).get(0));
            assertThat(refusal.at("/reason").textValue()).isEqualTo("answer-too-large");
            assertThat(refusal.at("/detail").textValue()).contains("20000").containsPattern("5\\d{4} bytes");

            bench.vendor.answerSize = 10;
            bench.send(Bench.A, Bench.groups());
            assertThat(Bench.json(bench.read(bench.results(Bench.A), 2).get(1))
                            .at("/status")
                            .textValue())
                    .isEqualTo("answered");
        }
    }

    @Test
    default void takesTheFallbackOfARecordThatTheBrokerRefusesAllTheSame() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.startReady();
            Cluster.await(bench.cluster
                    .admin
                    .incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, bench.results(Bench.A)),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", "20000"), AlterConfigOp.OpType.SET))))
                    .all());
            bench.vendor.answerSize = 50_000; // the loop still thinks that a megabyte fits
            bench.send(Bench.A, Bench.groups());
            bench.send(Bench.B, Bench.lookup("beside"));

            assertThat(Bench.json(bench.read(bench.results(Bench.A), 1).get(0))
                            .at("/reason")
                            .textValue())
                    .isEqualTo("answer-too-large");
            bench.read(bench.results(Bench.B), 1);
        }
    }
}
