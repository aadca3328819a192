package io.callport.kafka.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.callinfo.CallInfo;
import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.CommandReading;
import io.callport.kafka.command.MessageFixture;
import io.callport.kafka.command.RecordBuilder;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.topics.TopicInfo;
import io.callport.kafka.topics.TopicView;
import io.callport.query.Answer;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import io.callport.query.VendorReply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultSizeTest {
    private static final int SMALL = 20_000;
    private static final String ANY = "{\"customerId\":\"1\",\"appKey\":\"2\",\"status\":3}";

    @Test
    void anAnswerThatJustFitsIsPublished() {
        CommandContext command =
                MessageFixture.asked(MessageFixture.lookup(ANY)).context();
        int size = ResultFixture.answer(command, answer(5_000), MessageFixture.view())
                .record()
                .size();

        Publication fits = ResultFixture.answer(command, answer(5_000), MessageFixture.view(size));
        assertThat(fits.reason()).isNull();
        assertThat(ResultFixture.header(fits.record(), "ce_type")).isEqualTo("io.callport.call-info.lookup.answer.v1");

        assertThat(ResultFixture.answer(command, answer(5_000), MessageFixture.view(size - 1))
                        .reason())
                .isEqualTo(Reason.ANSWER_TOO_LARGE);
    }

    @Test
    void oneThatDoesNotIsRefusedWithBothSizes() {
        CommandContext command =
                MessageFixture.asked(MessageFixture.lookup(ANY)).context();
        int size = ResultFixture.answer(command, answer(50_000), MessageFixture.view())
                .record()
                .size();

        OutboundRecord refusal =
                fitting(ResultFixture.answer(command, answer(50_000), MessageFixture.view(SMALL)), SMALL);

        assertThat(ResultFixture.header(refusal, "ce_type")).isEqualTo("io.callport.call-info.lookup.refusal.v1");
        assertThat(ResultFixture.json(refusal))
                .contains("\"params\":" + ANY)
                .contains("\"reason\":\"answer-too-large\"")
                .contains("\"detail\":\"The answer has " + size
                        + " bytes, but topic callport.callbot.results takes at most 20000");
    }

    @Test
    void theLimitOfTheProducerIsNamedWhereTheTopicTakesMore() {
        TopicView view =
                new TopicView(Map.of("callport.callbot.results", new TopicInfo("id", 3, SMALL, "delete", true)));

        OutboundRecord refusal = fitting(
                ResultFixture.answer(
                        MessageFixture.asked(MessageFixture.lookup(ANY)).context(), answer(50_000), view),
                SMALL);

        assertThat(ResultFixture.json(refusal))
                .contains(" bytes, but the service's max.request.size allows at most 20000\"");
    }

    @Test
    void aRefusalGoesWithoutHugeParameters() {
        CommandReading.Refused refused =
                MessageFixture.refused(MessageFixture.lookup("{\"customerId\":\"" + "x".repeat(100_000) + "\"}"));

        OutboundRecord refusal =
                fitting(ResultFixture.refusal(refused.context(), refused.failure(), MessageFixture.view(SMALL)), SMALL);

        assertThat(ResultFixture.json(refusal))
                .doesNotContain("\"params\"")
                .contains("\"paramsOmitted\":\"too-large\",\"status\":\"refused\"");
    }

    @Test
    void aRefusalRepeatsNoParametersOfMoreThanSixteenKibibytes() {
        String most = "{\"x\":\"" + "y".repeat(16_384 - 8) + "\"}";
        String more = "{\"x\":\"" + "y".repeat(16_384 - 7) + "\"}";

        assertThat(refusalOf(most)).contains("\"params\":" + most).doesNotContain("paramsOmitted");
        assertThat(refusalOf(more))
                .contains("\"paramsOmitted\":\"too-large\",\"status\":\"refused\"")
                .doesNotContain("\"params\"", "yyy");
    }

    @Test
    void aRefusalRepeatsNoParametersOfMoreThanSixtyFourLevels() {
        String braces = "\"[[[[{{{{\\\"[[[\"";
        for (String open : List.of("[", "{\"x\":")) {
            String close = open.equals("[") ? "]" : "}";
            String most = "{\"x\":" + open.repeat(63) + braces + close.repeat(63) + "}";
            String more = "{\"x\":" + open.repeat(64) + braces + close.repeat(64) + "}";

            assertThat(refusalOf(most)).contains("\"params\":" + most).doesNotContain("paramsOmitted");
            assertThat(refusalOf(more))
                    .contains("\"paramsOmitted\":\"too-deep\",\"status\":\"refused\"")
                    .doesNotContain("\"params\"", "[[[");
        }
        String wide = "{\"x\":[" + "[],".repeat(1_000) + "{}]}";
        assertThat(refusalOf(wide)).contains("\"params\":" + wide);
    }

    private static String refusalOf(String params) {
        return ResultFixture.json(ResultFixture.refusal(MessageFixture.refused(MessageFixture.lookup(params))));
    }

    @Test
    void aHugeQueryIsShortenedWhereItDoesNotFit() {
        CommandReading.Refused refused = MessageFixture.refused(
                MessageFixture.value("{\"query\":\"" + "😀".repeat(50_000) + "\",\"account\":\"7moor:2000103\"}"));

        OutboundRecord refusal =
                fitting(ResultFixture.refusal(refused.context(), refused.failure(), MessageFixture.view(SMALL)), SMALL);

        assertThat(ResultFixture.json(refusal))
                .startsWith("{\"query\":\"\\uD83D\\uDE00")
                .contains("\\uDE00…\",\"account\"");
    }

    @Test
    void aHugeNameOfAParameterIsNotRepeatedInFull() {
        CommandReading.Refused refused =
                MessageFixture.refused(MessageFixture.lookup("{\"" + "号".repeat(16_000) + "\":1}"));

        assertThat(refused.failure().detail()).hasSizeLessThan(1_100).contains("…");
        fitting(ResultFixture.refusal(refused.context(), refused.failure(), MessageFixture.view(SMALL)), SMALL);
    }

    @Test
    void whateverAVendorSaysFits() {
        String huge = "\u0001".repeat(100_000);
        QueryFailure failure =
                new QueryFailure(Reason.VENDOR_REFUSED, huge, Sent.YES, null, new VendorReply(200, huge, huge, huge));
        CommandContext command = MessageFixture.asked(MessageFixture.command()).context();

        OutboundRecord refusal = fitting(ResultFixture.refusal(command, failure, MessageFixture.view(SMALL)), SMALL);

        assertThat(ResultFixture.json(refusal)).contains("\"reason\":\"vendor-refused\"");
    }

    @Test
    void theLargestEchoesGoLast() {
        RecordBuilder loud = MessageFixture.command().with("\"id\":\"" + "号".repeat(1_024) + "\"");
        for (String name : List.of("ce_correlationid", "traceparent", "tracestate", "kafka_correlationId")) {
            loud.header(name, "x".repeat(4_096));
        }
        CommandContext command = MessageFixture.asked(loud).context();

        assertThat(ResultFixture.header(
                        fitting(
                                ResultFixture.refusal(command, ResultFixture.LATE, MessageFixture.view(30_000)),
                                30_000),
                        "tracestate"))
                .isNotNull();
        assertThat(ResultFixture.header(
                        fitting(ResultFixture.refusal(command, ResultFixture.LATE, MessageFixture.view(SMALL)), SMALL),
                        "tracestate"))
                .isNull();
    }

    @Test
    void aCommandTooLargeToTravelIsRefused() {
        CommandReading.Misrouted misrouted = MessageFixture.misrouted(MessageFixture.command()
                .with("\"comment\":\"" + "x".repeat(50_000) + "\"")
                .at(MessageFixture.COMMANDS, 0, 9));
        TopicView view = MessageFixture.view(SMALL);

        Publication publication =
                ResultFixture.writer(view).reroute(misrouted.context(), misrouted.rerouted(), MessageFixture.NOW);

        assertThat(publication.reason()).isEqualTo(Reason.INVALID_COMMAND);
        assertThat(fitting(publication, SMALL).topic()).isEqualTo(MessageFixture.RESULTS);
        assertThat(ResultFixture.WRITER
                        .reroute(misrouted.context(), misrouted.rerouted(), MessageFixture.NOW)
                        .record())
                .isSameAs(misrouted.rerouted());
    }

    @Test
    void anAnswerOfAThousandLevelsIsWritten() {
        List<Object> nested = new ArrayList<>();
        for (int depth = 0; depth < 1_000; depth++) {
            nested = new ArrayList<>(List.of(nested));
        }
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("nested", nested));
        CommandContext command =
                MessageFixture.asked(MessageFixture.lookup(ANY)).context();

        Publication publication =
                ResultFixture.answer(command, new CallInfo(new VendorFields(fields)), MessageFixture.view());

        assertThat(ResultFixture.json(publication.record())).contains("[".repeat(1_001));
    }

    @Test
    void brokenTextOfAVendorIsWritten() {
        CommandContext command =
                MessageFixture.asked(MessageFixture.lookup(ANY)).context();
        VendorFields fields = new VendorFields(Map.of("a\ud800", "b\udc00"));

        assertThat(ResultFixture.json(ResultFixture.answer(command, new CallInfo(fields), MessageFixture.view())
                        .record()))
                .contains("\"a\\uD800\":\"b\\uDC00\"");
    }

    private static OutboundRecord fitting(Publication publication, int largest) {
        assertThat(publication.record().size()).isLessThanOrEqualTo(largest);
        return publication.record();
    }

    private static Answer answer(int length) {
        return new CallInfo(new VendorFields(Map.of("text", "x".repeat(length))));
    }
}
