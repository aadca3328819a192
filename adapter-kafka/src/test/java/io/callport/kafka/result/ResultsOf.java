package io.callport.kafka.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.Given;
import io.callport.kafka.command.Reading;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.ResultWriter.RequestTimes;
import io.callport.kafka.topics.TopicView;
import io.callport.query.Answer;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;

/** Results as the tests of this room write them: at {@link Given#NOW}, after one request of two seconds. */
public final class ResultsOf {
    public static final ResultWriter WRITER = new ResultWriter(Given.settings());
    public static final RequestTimes REQUEST =
            new RequestTimes(Given.NOW.minusSeconds(2), Given.NOW.minusSeconds(1), 1, 3);
    public static final QueryFailure LATE = QueryFailure.notSent(Reason.EXPIRED, "Too late");

    private ResultsOf() {}

    public static OutboundRecord refusal(Reading.Refuse refused) {
        return refusal(refused.command(), refused.failure());
    }

    public static OutboundRecord refusal(CommandContext command, QueryFailure failure) {
        return refusal(command, failure, Given.view()).record();
    }

    public static Publication refusal(CommandContext command, QueryFailure failure, TopicView view) {
        return WRITER.refusal(command, failure, view, Given.NOW);
    }

    public static Publication answer(CommandContext command, Answer answer, TopicView view) {
        return WRITER.answer(command, answer, REQUEST, view, Given.NOW);
    }

    public static String json(CommandContext command, Answer answer, RequestTimes request) {
        return json(
                WRITER.answer(command, answer, request, Given.view(), Given.NOW).record());
    }

    public static String json(OutboundRecord record) {
        return new String(record.value(), UTF_8);
    }

    public static String header(OutboundRecord record, String name) {
        byte[] value = bytes(record, name);
        return value == null ? null : new String(value, UTF_8);
    }

    public static byte[] bytes(OutboundRecord record, String name) {
        byte[] last = null;
        for (RecordHeader header : record.headers()) {
            if (header.name().equals(name)) {
                last = header.value();
            }
        }
        return last;
    }
}
