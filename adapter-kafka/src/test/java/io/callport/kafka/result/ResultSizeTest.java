package io.callport.kafka.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.callinfo.CallInfo;
import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.Given;
import io.callport.kafka.command.Reading;
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
        CommandContext command = Given.asked(Given.lookup(ANY)).command();
        int size =
                ResultsOf.answer(command, answer(5_000), Given.view()).record().size();

        Publication fits = ResultsOf.answer(command, answer(5_000), Given.view(size));
        assertThat(fits.refused()).isNull();
        assertThat(ResultsOf.header(fits.record(), "ce_type")).isEqualTo("io.callport.call-info.lookup.answer.v1");

        assertThat(ResultsOf.answer(command, answer(5_000), Given.view(size - 1))
                        .refused())
                .isEqualTo(Reason.ANSWER_TOO_LARGE);
    }

    @Test
    void oneThatDoesNotIsRefusedWithBothSizes() {
        CommandContext command = Given.asked(Given.lookup(ANY)).command();
        int size =
                ResultsOf.answer(command, answer(50_000), Given.view()).record().size();

        OutboundRecord refusal = fitting(ResultsOf.answer(command, answer(50_000), Given.view(SMALL)), SMALL);

        assertThat(ResultsOf.header(refusal, "ce_type")).isEqualTo("io.callport.call-info.lookup.refusal.v1");
        assertThat(ResultsOf.json(refusal))
                .contains("\"params\":" + ANY)
                .contains("\"reason\":\"answer-too-large\"")
                .contains("\"detail\":\"The answer has " + size
                        + " bytes, but topic callport.callbot.results takes at most 20000");
    }

    @Test
    void theLimitOfTheProducerIsNamedWhereTheTopicTakesMore() {
        TopicView view = new TopicView(Map.of("callport.callbot.results", new TopicInfo(3, SMALL, false, true)));

        OutboundRecord refusal =
                fitting(ResultsOf.answer(Given.asked(Given.lookup(ANY)).command(), answer(50_000), view), SMALL);

        assertThat(ResultsOf.json(refusal))
                .contains(" bytes, but the service's max.request.size allows at most 20000\"");
    }

    @Test
    void aRefusalGoesWithoutHugeParameters() {
        Reading.Refuse refused = Given.refused(Given.lookup("{\"customerId\":\"" + "x".repeat(100_000) + "\"}"));

        OutboundRecord refusal =
                fitting(ResultsOf.refusal(refused.command(), refused.failure(), Given.view(SMALL)), SMALL);

        assertThat(ResultsOf.json(refusal)).doesNotContain("\"params\"").contains("\"status\":\"refused\"");
        assertThat(ResultsOf.json(ResultsOf.refusal(refused))).contains("\"params\"");
    }

    @Test
    void aHugeQueryIsShortenedWhereItDoesNotFit() {
        Reading.Refuse refused =
                Given.refused(Given.value("{\"query\":\"" + "😀".repeat(50_000) + "\",\"account\":\"7moor:2000103\"}"));

        OutboundRecord refusal =
                fitting(ResultsOf.refusal(refused.command(), refused.failure(), Given.view(SMALL)), SMALL);

        assertThat(ResultsOf.json(refusal))
                .startsWith("{\"query\":\"\\uD83D\\uDE00")
                .contains("\\uDE00…\",\"account\"");
    }

    @Test
    void aHugeNameOfAParameterIsNotRepeatedInFull() {
        Reading.Refuse refused = Given.refused(Given.lookup("{\"" + "号".repeat(16_000) + "\":1}"));

        assertThat(refused.failure().detail()).hasSizeLessThan(1_100).contains("…");
        fitting(ResultsOf.refusal(refused.command(), refused.failure(), Given.view(SMALL)), SMALL);
    }

    @Test
    void whateverAVendorSaysFits() {
        String huge = "\u0001".repeat(100_000);
        QueryFailure failure =
                new QueryFailure(Reason.VENDOR_REFUSED, huge, Sent.YES, null, new VendorReply(200, huge, huge, huge));
        CommandContext command = Given.asked(Given.command()).command();

        OutboundRecord refusal = fitting(ResultsOf.refusal(command, failure, Given.view(SMALL)), SMALL);

        assertThat(ResultsOf.json(refusal)).contains("\"reason\":\"vendor-refused\"");
    }

    @Test
    void theLargestEchoesGoLast() {
        RecordBuilder loud = Given.command().with("\"id\":\"" + "号".repeat(1_024) + "\"");
        for (String name : List.of("ce_correlationid", "traceparent", "tracestate", "kafka_correlationId")) {
            loud.header(name, "x".repeat(4_096));
        }
        CommandContext command = Given.asked(loud).command();

        assertThat(ResultsOf.header(
                        fitting(ResultsOf.refusal(command, ResultsOf.LATE, Given.view(30_000)), 30_000), "tracestate"))
                .isNotNull();
        assertThat(ResultsOf.header(
                        fitting(ResultsOf.refusal(command, ResultsOf.LATE, Given.view(SMALL)), SMALL), "tracestate"))
                .isNull();
    }

    @Test
    void aCommandTooLargeToTravelIsRefused() {
        Reading.Travel travel = Given.travelling(Given.command()
                .with("\"comment\":\"" + "x".repeat(50_000) + "\"")
                .at(Given.COMMANDS, 0, 9));
        TopicView view = Given.view(SMALL);

        Publication publication = ResultsOf.WRITER.travel(travel.command(), travel.home(), view, Given.NOW);

        assertThat(publication.refused()).isEqualTo(Reason.INVALID_COMMAND);
        assertThat(fitting(publication, SMALL).topic()).isEqualTo(Given.RESULTS);
        assertThat(ResultsOf.WRITER
                        .travel(travel.command(), travel.home(), Given.view(), Given.NOW)
                        .record())
                .isSameAs(travel.home());
    }

    @Test
    void anAnswerOfAThousandLevelsIsWritten() {
        List<Object> nested = new ArrayList<>();
        for (int depth = 0; depth < 1_000; depth++) {
            nested = new ArrayList<>(List.of(nested));
        }
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("nested", nested));
        CommandContext command = Given.asked(Given.lookup(ANY)).command();

        Publication publication = ResultsOf.answer(command, new CallInfo(new VendorFields(fields)), Given.view());

        assertThat(ResultsOf.json(publication.record())).contains("[".repeat(1_001));
    }

    @Test
    void brokenTextOfAVendorIsWritten() {
        CommandContext command = Given.asked(Given.lookup(ANY)).command();
        VendorFields fields = new VendorFields(Map.of("a\ud800", "b\udc00"));

        assertThat(ResultsOf.json(ResultsOf.answer(command, new CallInfo(fields), Given.view())
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
