package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

/** Answers of all sizes on topics that take only some sizes, on the broker of the implementing test. */
interface RecordSizeContract {
    /** The broker's address, {@code bootstrap.servers}. */
    String bootstrap();

    private LoopFixture fixture(String largestRecord) {
        return new LoopFixture(bootstrap()).withTopics(Map.of("max.message.bytes", largestRecord));
    }

    /** The results in the order in which they were waited for. */
    private static JsonNode ask(LoopFixture fixture, int results) {
        String position = fixture.send(LoopFixture.MOOR, LoopFixture.groups());
        return LoopFixture.json(result(fixture.read(fixture.results(LoopFixture.MOOR), results), position));
    }

    private static ConsumerRecord<byte[], byte[]> result(List<ConsumerRecord<byte[], byte[]>> results, String of) {
        return results.stream()
                .filter(result -> of.equals(LoopFixture.headers(result).get("ce_id")))
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
        try (LoopFixture fixture = fixture("20000")) {
            fixture.startReady();
            fixture.vendor.compressible = true;
            fixture.vendor.answerSize = 50_000;
            isTooLarge(ask(fixture, 1), fixture.results(LoopFixture.MOOR), "20000");
        }
    }

    @Test
    default void aLimitThatIsRaisedIsLearnt() {
        try (LoopFixture fixture = fixture("20000")) {
            fixture.startReady();
            fixture.vendor.answerSize = 50_000;
            isTooLarge(ask(fixture, 1), fixture.results(LoopFixture.MOOR), "20000");

            fixture.cluster.limitRecords(fixture.results(LoopFixture.MOOR), "100000");
            int[] results = {1};
            LoopFixture.until(
                    "the limit is learnt", () -> ask(fixture, ++results[0]).has("result"));
        }
    }

    @Test
    default void aLimitThatIsLoweredIsLearnt() {
        try (LoopFixture fixture = fixture("100000")) {
            fixture.startReady();
            fixture.vendor.answerSize = 50_000;
            assertThat(ask(fixture, 1).has("result")).isTrue();

            fixture.cluster.limitRecords(fixture.results(LoopFixture.MOOR), "20000");
            JsonNode refusedByTheBroker = ask(fixture, 2);
            assertThat(refusedByTheBroker.at("/reason").textValue()).isEqualTo("answer-too-large");
            assertThat(refusedByTheBroker.at("/detail").textValue())
                    .containsPattern("^The answer has \\d{5} bytes, ")
                    .containsAnyOf("refused, though it was known to take 100000", "takes at most 20000");
            int[] results = {2};
            LoopFixture.until(
                    "the limit is learnt",
                    () -> ask(fixture, ++results[0]).at("/detail").textValue().endsWith("takes at most 20000"));
        }
    }

    @Test
    default void theProducersOwnLimitCountsTooAndIsNamed() {
        try (LoopFixture fixture = fixture("1000000")) {
            fixture.clientProperties.put("max.request.size", "30000");
            fixture.startReady();
            fixture.vendor.answerSize = 50_000;
            assertThat(ask(fixture, 1).at("/detail").textValue())
                    .matches("The answer has \\d{5} bytes, but the service's max.request.size allows at most 30000");
        }
    }

    @Test
    default void aTopicThatTakesMoreThanKafkasClientsSendByThemselvesGetsIt() {
        try (LoopFixture fixture = fixture("3000000")) {
            fixture.startReady();
            fixture.vendor.answerSize = 2_000_000;
            assertThat(ask(fixture, 1).has("result")).isTrue();

            fixture.vendor.answerSize = 4_000_000;
            assertThat(ask(fixture, 2).at("/detail").textValue())
                    .matches("The answer has \\d{7} bytes, but topic " + fixture.results(LoopFixture.MOOR)
                            + " takes at most 3000000");
        }
    }

    @Test
    default void aReplyTopicHasItsOwnLimit() {
        try (LoopFixture fixture = fixture("1000000")) {
            String replies = fixture.name + ".replies";
            fixture.cluster.create(List.of(replies), Map.of("max.message.bytes", "20000"));
            fixture.startReady();
            fixture.vendor.answerSize = 50_000;
            fixture.send(
                    LoopFixture.MOOR,
                    LoopFixture.groups(),
                    new RecordHeader("kafka_replyTopic", LoopFixture.bytes(replies)));

            isTooLarge(LoopFixture.json(fixture.read(replies, 1).get(0)), replies, "20000");
            assertThat(ask(fixture, 1).has("result"))
                    .as("the same on the results topic")
                    .isTrue();
        }
    }
}
