package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

/** Answers of all sizes on topics that take only some, on whichever real broker. */
interface SizesContract {
    /** The broker's {@code bootstrap.servers}. */
    String bootstrap();

    private Bench bench(String largestRecord) {
        return new Bench(bootstrap()).withTopics(Map.of("max.message.bytes", largestRecord));
    }

    /** The results in the order in which they were waited for. */
    private static JsonNode ask(Bench bench, int results) {
        String position = bench.send(Bench.A, Bench.groups());
        return Bench.json(result(bench.read(bench.results(Bench.A), results), position));
    }

    private static ConsumerRecord<byte[], byte[]> result(List<ConsumerRecord<byte[], byte[]>> results, String of) {
        return results.stream()
                .filter(result -> of.equals(Bench.headers(result).get("ce_id")))
                .findFirst()
                .orElseThrow();
    }

    private static void isTooLarge(JsonNode result, String topic, String largest) {
        assertThat(result.at("/reason").textValue()).isEqualTo("answer-too-large");
        assertThat(result.at("/detail").textValue())
                .matches("The answer has \\d{5} bytes, but topic " + topic + " takes at most " + largest);
        assertThat(result.has("retryAfter")).isFalse();
    }

    @Test
    default void nothingIsSentThatFitsOnlyCompressed() {
        try (Bench bench = bench("20000")) {
            bench.startReady();
            bench.vendor.compressible = true;
            bench.vendor.answerSize = 50_000;
            isTooLarge(ask(bench, 1), bench.results(Bench.A), "20000");
        }
    }

    @Test
    default void aLimitThatIsRaisedIsLearnt() {
        try (Bench bench = bench("20000")) {
            bench.startReady();
            bench.vendor.answerSize = 50_000;
            isTooLarge(ask(bench, 1), bench.results(Bench.A), "20000");

            bench.cluster.limitRecords(bench.results(Bench.A), "100000");
            int[] results = {1};
            Bench.until("the limit is learnt", () -> ask(bench, ++results[0]).has("result"));
        }
    }

    @Test
    default void aLimitThatIsLoweredIsLearnt() {
        try (Bench bench = bench("100000")) {
            bench.startReady();
            bench.vendor.answerSize = 50_000;
            assertThat(ask(bench, 1).has("result")).isTrue();

            bench.cluster.limitRecords(bench.results(Bench.A), "20000");
            JsonNode refusedByTheBroker = ask(bench, 2);
            assertThat(refusedByTheBroker.at("/reason").textValue()).isEqualTo("answer-too-large");
            assertThat(refusedByTheBroker.at("/detail").textValue())
                    .containsPattern("^The answer has \\d{5} bytes, ")
                    .containsAnyOf("refused, though it was known to take 100000", "takes at most 20000");
            int[] results = {2};
            Bench.until(
                    "the limit is learnt",
                    () -> ask(bench, ++results[0]).at("/detail").textValue().endsWith("takes at most 20000"));
        }
    }

    @Test
    default void theProducersOwnLimitCountsTooAndIsNamed() {
        try (Bench bench = bench("1000000")) {
            bench.clientProperties.put("max.request.size", "30000");
            bench.startReady();
            bench.vendor.answerSize = 50_000;
            assertThat(ask(bench, 1).at("/detail").textValue())
                    .matches("The answer has \\d{5} bytes, but the service's max.request.size allows at most 30000");
        }
    }

    @Test
    default void aTopicThatTakesMoreThanKafkasClientsSendByThemselvesGetsIt() {
        try (Bench bench = bench("3000000")) {
            bench.startReady();
            bench.vendor.answerSize = 2_000_000;
            assertThat(ask(bench, 1).has("result")).isTrue();

            bench.vendor.answerSize = 4_000_000;
            assertThat(ask(bench, 2).at("/detail").textValue())
                    .matches("The answer has \\d{7} bytes, but topic " + bench.results(Bench.A)
                            + " takes at most 3000000");
        }
    }

    @Test
    default void aReplyTopicHasItsOwnLimit() {
        try (Bench bench = bench("1000000")) {
            String replies = bench.name + ".replies";
            bench.cluster.create(List.of(replies), Map.of("max.message.bytes", "20000"));
            bench.startReady();
            bench.vendor.answerSize = 50_000;
            bench.send(Bench.A, Bench.groups(), new RecordHeader("kafka_replyTopic", Bench.bytes(replies)));

            isTooLarge(Bench.json(bench.read(replies, 1).get(0)), replies, "20000");
            assertThat(ask(bench, 1).has("result"))
                    .as("the same on the results topic")
                    .isTrue();
        }
    }
}
