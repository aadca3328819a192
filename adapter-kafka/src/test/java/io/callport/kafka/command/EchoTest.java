package io.callport.kafka.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.result.ResultsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoTest {
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
        assertThat(ResultsOf.header(result(Given.command().header(sent, "x".repeat(4_096))), echoed))
                .hasSize(4_096);
        assertThat(ResultsOf.header(result(Given.command().header(sent, "x".repeat(4_097))), echoed))
                .isNull();
    }

    @Test
    void theLimitCountsBytes() {
        assertThat(ResultsOf.header(result(Given.command().header("traceparent", "号".repeat(1_366))), "traceparent"))
                .isNull();
    }

    @Test
    void theKafkaCorrelationIsEchoedAsRawBytes() {
        byte[] id = {0, (byte) 0xff, (byte) 0xfe, 7, (byte) 0xc0};

        assertThat(ResultsOf.bytes(result(Given.command().header("kafka_correlationId", id)), "kafka_correlationId"))
                .isEqualTo(id);
    }

    @Test
    void theTraceHeaderWinsOverTheAttribute() {
        OutboundRecord result =
                result(Given.command().header("ce_traceparent", "attribute").header("traceparent", "header"));

        assertThat(ResultsOf.header(result, "traceparent")).isEqualTo("header");
        assertThat(ResultsOf.header(result, "ce_traceparent")).isEqualTo("header");
    }

    @Test
    void aStructuredEventsAttributesAreEchoed() {
        OutboundRecord result = result(Given.command()
                .structured("\"correlationid\":\"k-1\",\"traceparent\":\"t-1\",\"tracestate\":\"s-1\","));

        assertThat(ResultsOf.header(result, "ce_correlationid")).isEqualTo("k-1");
        assertThat(ResultsOf.header(result, "traceparent")).isEqualTo("t-1");
        assertThat(ResultsOf.header(result, "ce_traceparent")).isEqualTo("t-1");
        assertThat(ResultsOf.header(result, "tracestate")).isEqualTo("s-1");
    }

    @Test
    void nothingElseIsEchoed() {
        OutboundRecord result = result(Given.command()
                .binary("b-1")
                .header("ce_subject", "mine")
                .header("kafka_replyTopic", Given.REPLIES)
                .header("callport_origin", "t/1/1;hops=1")
                .header("authorization", "x"));

        assertThat(result.headers()).hasSize(8);
    }

    @Test
    void refusalsEchoToo() {
        OutboundRecord result =
                ResultsOf.refusal(Given.refused(Given.command().with("\"id\":1").header("kafka_correlationId", "k")));

        assertThat(ResultsOf.header(result, "kafka_correlationId")).isEqualTo("k");
    }

    private static OutboundRecord result(RecordBuilder record) {
        return ResultsOf.refusal(Given.asked(record).command(), ResultsOf.LATE);
    }
}
