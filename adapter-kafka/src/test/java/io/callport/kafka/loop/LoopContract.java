package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.kafka.KafkaSettings;
import io.callport.kafka.TopicSettings;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What the loop promises, on whichever real broker. */
interface LoopContract {
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
            bench.create(List.of(replies), Map.of());
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
            Bench.await(bench.admin
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

    @Test
    default void commitsTheLowWaterMarkAndNothingWaitsForASlowRequest() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.vendor.slow = new CountDownLatch(1);
            bench.startReady();
            String slow = bench.send(Bench.B, Bench.lookup("slow"));
            String last = null;
            for (int i = 0; i < 20; i++) {
                last = bench.send(Bench.B, Bench.lookup("quick" + i));
            }
            bench.read(bench.results(Bench.B), 20);
            assertThat(bench.committedOf(slow)).isLessThanOrEqualTo(offset(slow));

            bench.vendor.slow.countDown();
            bench.read(bench.results(Bench.B), 21);
            String end = last;
            Bench.until("all is committed", () -> bench.committedOf(end) == offset(end) + 1);
        }
    }

    @Test
    default void movesTheLowWaterMarkOverGaps() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.startReady();
            String command = bench.send(Bench.B, Bench.lookup("first"));
            int partition = Integer.parseInt(command.split("/", -1)[1]);
            try (KafkaProducer<byte[], byte[]> other = new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrap(), "transactional.id", bench.name + "-other"),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                other.initTransactions();
                for (boolean commit : new boolean[] {false, true}) {
                    other.beginTransaction();
                    java.util.concurrent.Future<?> unused = other.send(new ProducerRecord<>(
                            bench.commands(Bench.B), partition, Bench.bytes(Bench.B), Bench.bytes(Bench.lookup("t"))));
                    other.flush();
                    if (commit) {
                        other.commitTransaction();
                    } else {
                        other.abortTransaction();
                    }
                }
            }
            bench.read(bench.results(Bench.B), 2);
            Bench.until("the low-water mark is behind the last marker", () -> bench.committedOf(command) == 5);
        }
    }

    @Test
    default void leavesWhatWaitsToTheNextInstanceAndPublishesWhatIsInFlight() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.vendor.slow = new CountDownLatch(1);
            KafkaLoop first = bench.startReady();
            Set<String> positions = new TreeSet<>();
            for (int i = 0; i < 10; i++) { // four are asked at once, the others wait
                positions.add(bench.send(Bench.B, Bench.lookup("slow" + i)));
            }
            Bench.until("four requests are in flight", () -> bench.vendor.requests.get() == 4);
            first.stop();
            Bench.until("it has seen the stop", () -> first.health().reasons().contains("It is shutting down"));
            bench.vendor.slow.countDown();
            first.close();
            assertThat(first.ended().toCompletableFuture()).isCompleted();
            bench.read(bench.results(Bench.B), 4);

            bench.startReady();
            assertThat(bench.read(bench.results(Bench.B), 10).stream()
                            .map(r -> Bench.headers(r).get("ce_id")))
                    .containsExactlyInAnyOrderElementsOf(positions);
        }
    }

    @Test
    default void givesEveryCommandOneResultWhileInstancesComeAndGo() {
        for (String protocol : List.of("classic", "consumer")) {
            try (Bench bench = bench().withTopics(Map.of())) {
                bench.clientProperties.put("group.protocol", protocol);
                KafkaLoop first = bench.startReady();
                List<String> positions = IntStream.range(0, 300)
                        .mapToObj(i -> {
                            if (i == 100) {
                                bench.start();
                            }
                            if (i == 200) {
                                first.stop();
                            }
                            return bench.send(Bench.B, Bench.lookup("n" + i));
                        })
                        .toList();
                assertThat(bench.read(bench.results(Bench.B), 300).stream()
                                .map(r -> Bench.headers(r).get("ce_id")))
                        .as(protocol)
                        .containsExactlyInAnyOrderElementsOf(positions);
            }
        }
    }

    @Test
    default void makesMissingTopicsAndWaitsForThoseItMayNotMake() {
        try (Bench bench = bench()) {
            KafkaSettings settings = bench.settings();
            TopicSettings topics = settings.topics();
            KafkaLoop loop = bench.start(new KafkaSettings(
                    settings.clients(),
                    new TopicSettings(topics.vendors(), topics.deadLetters(), topics.replies(), null),
                    settings.accounts(),
                    settings.deadlines(),
                    settings.limits(),
                    settings.requestTimeout(),
                    settings.sipPasswords(),
                    settings.shutdown()));
            Bench.until(
                    "it names the missing topics",
                    () -> loop.health().reasons().stream()
                            .anyMatch(reason -> reason.contains(bench.deadLetters()) && reason.contains("create")));
            assertThat(loop.health().live()).isTrue();

            bench.withTopics(Map.of());
            Bench.until("it goes on", () -> loop.health().ready());
        }
        try (Bench bench = bench()) {
            bench.startReady();
            bench.send(Bench.A, Bench.groups());
            bench.read(bench.results(Bench.A), 1);
        }
    }

    @Test
    default void refusesACompactedCommandTopic() {
        try (Bench bench = bench()) {
            assertRefusesCompacted(bench, bench.commands(Bench.A));
        }
    }

    /** It would refuse a record without a key, and no transaction with one could be committed. */
    @Test
    default void refusesACompactedDeadLetterTopic() {
        try (Bench bench = bench()) {
            assertRefusesCompacted(bench, bench.deadLetters());
        }
    }

    private static void assertRefusesCompacted(Bench bench, String topic) {
        bench.create(List.of(topic), Map.of("cleanup.policy", "compact"));
        KafkaLoop loop = bench.start();
        String problem = "topic " + topic + " is compacted";
        Bench.until("it says so", () -> loop.health().reasons().stream().anyMatch(r -> r.contains(problem)));
        assertThat(loop.health().ready()).isFalse();
    }

    private static long offset(String position) {
        return Long.parseLong(position.split("/", -1)[2]);
    }
}
