package io.callport.kafka.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.result.ResultFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoedHeadersTest {
    @ParameterizedTest
    @CsvSource({
        "ce_correlationid, ce_correlationid",
        "traceparent, traceparent",
        "traceparent, ce_traceparent",
        "ce_traceparent, traceparent",
        "ce_traceparent, ce_traceparent",
        "tracestate, tracestate",
        "kafka_correlationId, kafka_correlationId"
    })
    void aHeaderIsEchoedUpTo4KiB(String sent, String echoed) {
        assertThat(ResultFixture.header(result(MessageFixture.command().header(sent, "x".repeat(4_096))), echoed))
                .hasSize(4_096);
        assertThat(ResultFixture.header(result(MessageFixture.command().header(sent, "x".repeat(4_097))), echoed))
                .isNull();
    }

    @Test
    void theLimitCountsBytes() {
        assertThat(ResultFixture.header(
                        result(MessageFixture.command().header("traceparent", "号".repeat(1_366))), "traceparent"))
                .isNull();
    }

    @Test
    void theKafkaCorrelationIsEchoedAsRawBytes() {
        byte[] id = {0, (byte) 0xff, (byte) 0xfe, 7, (byte) 0xc0};

        assertThat(ResultFixture.bytes(
                        result(MessageFixture.command().header("kafka_correlationId", id)), "kafka_correlationId"))
                .isEqualTo(id);
    }

    @Test
    void theTraceHeaderWinsOverTheAttribute() {
        OutboundRecord result = result(
                MessageFixture.command().header("ce_traceparent", "attribute").header("traceparent", "header"));

        assertThat(ResultFixture.header(result, "traceparent")).isEqualTo("header");
        assertThat(ResultFixture.header(result, "ce_traceparent")).isEqualTo("header");
    }

    @Test
    void aStructuredEventsAttributesAreEchoed() {
        OutboundRecord result = result(MessageFixture.command()
                .structured("\"correlationid\":\"k-1\",\"traceparent\":\"t-1\",\"tracestate\":\"s-1\","));

        assertThat(ResultFixture.header(result, "ce_correlationid")).isEqualTo("k-1");
        assertThat(ResultFixture.header(result, "traceparent")).isEqualTo("t-1");
        assertThat(ResultFixture.header(result, "ce_traceparent")).isEqualTo("t-1");
        assertThat(ResultFixture.header(result, "tracestate")).isEqualTo("s-1");
    }

    @Test
    void nothingElseIsEchoed() {
        OutboundRecord result = result(MessageFixture.command()
                .binary("b-1")
                .header("ce_subject", "mine")
                .header("kafka_replyTopic", MessageFixture.REPLIES)
                .header("callport_origin", "t/1/1;hops=1")
                .header("authorization", "x"));

        assertThat(result.headers()).hasSize(8);
    }

    @Test
    void refusalsEchoToo() {
        OutboundRecord result = ResultFixture.refusal(
                MessageFixture.refused(MessageFixture.command().with("\"id\":1").header("kafka_correlationId", "k")));

        assertThat(ResultFixture.header(result, "kafka_correlationId")).isEqualTo("k");
    }

    private static OutboundRecord result(RecordBuilder record) {
        return ResultFixture.refusal(MessageFixture.asked(record).context(), ResultFixture.LATE);
    }
}
