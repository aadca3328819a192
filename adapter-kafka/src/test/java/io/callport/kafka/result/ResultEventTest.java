package io.callport.kafka.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.CommandReading;
import io.callport.kafka.command.MessageFixture;
import io.callport.kafka.command.RecordBuilder;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.ResultWriter.AnsweredRequest;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.topics.TopicInfo;
import io.callport.kafka.topics.TopicView;
import io.callport.numberpool.NumberPool;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import io.callport.query.VendorReply;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultEventTest {
    private static final NumberPool EMPTY = new NumberPool(List.of(), List.of(), List.of(), VendorFields.NONE);

    @Test
    void anAnswerIsWrittenAsTheContractShowsIt() {
        CommandContext command = MessageFixture.asked(MessageFixture.command().header("ce_id", "c-1"))
                .context();

        assertThat(ResultFixture.json(ResultFixture.answer(command, EMPTY, MessageFixture.view())
                        .record()))
                .isEqualTo("{\"query\":\"number-pool.numbers\",\"account\":\"7moor:2000103\",\"commandId\":\"c-1\","
                        + "\"params\":{},\"status\":\"answered\","
                        + "\"request\":{\"startedAt\":\"2026-11-20T11:59:58Z\",\"endedAt\":\"2026-11-20T11:59:59Z\","
                        + "\"attempts\":1,\"sharedBy\":3},"
                        + "\"result\":{\"displayNumbers\":[],\"serviceNumbers\":[],\"sipNumbers\":[]}}");
    }

    @Test
    void eachResultTellsItsOwnAnswerAndItsOwnRequest() {
        CommandContext command = MessageFixture.asked(MessageFixture.command()).context();
        NumberPool other = new NumberPool(List.of(), List.of(), List.of(), new VendorFields(Map.of("total", 7)));
        AnsweredRequest again =
                new AnsweredRequest(MessageFixture.NOW.minusSeconds(2), MessageFixture.NOW.minusSeconds(1), 2, 1);

        String first = ResultFixture.json(command, EMPTY, ResultFixture.REQUEST);
        assertThat(ResultFixture.json(command, other, ResultFixture.REQUEST)).contains("\"sharedBy\":3", "\"total\":7");
        assertThat(ResultFixture.json(command, other, again)).contains("\"sharedBy\":1", "\"total\":7");
        assertThat(ResultFixture.json(command, EMPTY, ResultFixture.REQUEST)).isEqualTo(first);
    }

    @Test
    void aRefusalIsWrittenAsTheContractShowsIt() {
        QueryFailure failure = new QueryFailure(
                Reason.OVER_BUDGET,
                "No request is left",
                Sent.NO,
                Duration.ofSeconds(41),
                new VendorReply(200, "6", "busy", "r-1"));

        assertThat(refusal(MessageFixture.command().header("ce_id", "c-1"), failure))
                .isEqualTo("{\"query\":\"number-pool.numbers\",\"account\":\"7moor:2000103\",\"commandId\":\"c-1\","
                        + "\"params\":{},\"status\":\"refused\",\"reason\":\"over-budget\","
                        + "\"detail\":\"No request is left\",\"retryAfter\":\"PT41S\","
                        + "\"retryAt\":\"2026-11-20T12:00:41Z\",\"vendorReply\":{\"httpStatus\":200,\"code\":\"6\","
                        + "\"message\":\"busy\",\"requestId\":\"r-1\"}}");
    }

    @Test
    void whatTheVendorDidNotSayIsLeftOut() {
        QueryFailure failure = new QueryFailure(
                Reason.VENDOR_UNAVAILABLE, "Busy", Sent.YES, null, new VendorReply(503, null, null, null));

        assertThat(refusal(MessageFixture.command(), failure))
                .endsWith("\"detail\":\"Busy\",\"vendorReply\":{\"httpStatus\":503}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2562047788015215H", "P300000000000D", "P106751991167300D"})
    void aVendorThatSaysAbsurdlyLaterNamesNoTime(String wait) {
        QueryFailure failure =
                new QueryFailure(Reason.VENDOR_UNAVAILABLE, "Busy", Sent.YES, Duration.parse(wait), null);

        assertThat(refusal(MessageFixture.command(), failure))
                .contains("\"retryAfter\":\"PT")
                .doesNotContain("retryAt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"customerId\":\"号\",\"appKey\":\"/\",\"status\":1} | {\"customerId\":\"号\",\"appKey\":\"/\",\"status\":1}",
                "{\"b\":1.10,\"a\":[null,-0,1e2,1E+999999999,12345678901234567890]} | {\"b\":1.10,\"a\":[null,0,1E+2,1E+999999999,12345678901234567890]}",
                "[1] | [1]",
                "null | {}"
            })
    void parametersAreEchoedAsTheyCame(String sent, String echoed) {
        CommandReading.Refused refused = MessageFixture.refused(
                MessageFixture.command().with("\"params\":" + sent).header("kafka_replyTopic", "absent.replies"));

        assertThat(ResultFixture.json(ResultFixture.refusal(refused))).contains("\"params\":" + echoed + ",\"status\"");
    }

    @Test
    void halfACharacterComesBackAsItCame() {
        CommandReading.Refused refused = MessageFixture.refused(MessageFixture.value(
                "{\"query\":\"q\\ud800\",\"account\":\"7moor:2000103\",\"params\":{\"k\":[\"a\\udfff\",\"😀\"]}}"));

        assertThat(ResultFixture.json(ResultFixture.refusal(refused)))
                .contains("\"query\":\"q\\uD800\"")
                .contains("\"params\":{\"k\":[\"a\\uDFFF\",\"\\uD83D\\uDE00\"]}");
    }

    @Test
    void everyHeaderOfTheEventIsThere() {
        OutboundRecord result = ResultFixture.answer(
                        MessageFixture.asked(MessageFixture.command().header("ce_id", "c-1"))
                                .context(),
                        EMPTY,
                        MessageFixture.view())
                .record();

        assertThat(result.topic()).isEqualTo(MessageFixture.RESULTS);
        assertThat(result.partition()).isEqualTo(494812732 % 3);
        assertThat(result.key()).isEqualTo("7moor:2000103".getBytes(UTF_8));
        assertThat(result.timestamp()).isNull();
        assertThat(result.headers().stream().map(header -> header.name() + "=" + RecordHeader.text(header.value())))
                .containsExactly(
                        "ce_specversion=1.0",
                        "ce_id=callport.7moor.commands/4/42",
                        "ce_source=/callport/callport",
                        "ce_type=io.callport.number-pool.numbers.answer.v1",
                        "ce_subject=7moor:2000103",
                        "ce_time=2026-11-20T12:00:00Z",
                        "ce_causationid=c-1",
                        "content-type=application/json");
    }

    @Test
    void theTypeOfARefusalNamesTheQueryIfItIsOne() {
        assertThat(ResultFixture.header(
                        ResultFixture.refusal(
                                MessageFixture.asked(MessageFixture.command()).context(), ResultFixture.LATE),
                        "ce_type"))
                .isEqualTo("io.callport.number-pool.numbers.refusal.v1");
        assertThat(ResultFixture.header(
                        ResultFixture.refusal(MessageFixture.refused(
                                MessageFixture.value("{\"query\":\"a.b\",\"account\":\"7moor:2000103\"}"))),
                        "ce_type"))
                .isEqualTo("io.callport.refusal.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "callport, /callport/callport",
        "my group, /callport/my%20group",
        "50%, /callport/50%25",
        "a/b?c#d, /callport/a/b%3Fc%23d",
        "组, /callport/%E7%BB%84"
    })
    void anyEventsSdkReadsAResultWhateverTheGroup(String group, String source) {
        ResultWriter writer =
                new ResultWriter(MessageFixture.settings(group, SipPasswords.REDACT), MessageFixture::view);
        CommandContext command = MessageFixture.asked(MessageFixture.command()
                        .binary("外显号 1")
                        .header("traceparent", "00-1-2-01")
                        .header("ce_correlationid", "k"))
                .context();

        CloudEvent event = event(
                writer.refusal(command, ResultFixture.LATE, MessageFixture.NOW).record());

        assertThat(event.getSource()).hasToString(source);
        assertThat(event.getExtension("causationid")).isEqualTo("外显号 1");
        assertThat(event.getExtension("correlationid")).isEqualTo("k");
        assertThat(event.getExtension("traceparent")).isEqualTo("00-1-2-01");
        assertThat(event.getTime()).isEqualTo(MessageFixture.NOW.atOffset(ZoneOffset.UTC));
        assertThat(event.getDataContentType()).isEqualTo("application/json");
    }

    @Test
    void aReplyTopicThatVanishedGivesWayToTheResultsTopic() {
        CommandContext command = MessageFixture.asked(MessageFixture.command()
                        .header("kafka_replyTopic", MessageFixture.REPLIES)
                        .header("kafka_replyPartition", 1))
                .context();
        Map<String, TopicInfo> topics = new HashMap<>(MessageFixture.view().topics());
        topics.remove(MessageFixture.REPLIES);
        TopicView later = new TopicView(topics);

        OutboundRecord result = ResultFixture.answer(command, EMPTY, later).record();

        assertThat(result.topic()).isEqualTo(MessageFixture.RESULTS);
        assertThat(result.partition()).isEqualTo(494812732 % 3);
    }

    private static String refusal(RecordBuilder record, QueryFailure failure) {
        return ResultFixture.json(
                ResultFixture.refusal(MessageFixture.asked(record).context(), failure));
    }

    private static CloudEvent event(OutboundRecord record) {
        RecordHeaders headers = new RecordHeaders();
        record.headers().forEach(header -> headers.add(header.name(), header.value()));
        return KafkaMessageFactory.createReader(headers, record.value()).toEvent();
    }
}
