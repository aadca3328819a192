package io.callport.kafka.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.CommandReading;
import io.callport.kafka.command.MessageFixture;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.ResultWriter.AnsweredRequest;
import io.callport.kafka.topics.TopicView;
import io.callport.query.Answer;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;

/** Results for the tests of this package: at {@link MessageFixture#NOW}, after one request of two seconds. */
public final class ResultFixture {
    public static final ResultWriter WRITER = writer(MessageFixture.view());
    public static final AnsweredRequest REQUEST =
            new AnsweredRequest(MessageFixture.NOW.minusSeconds(2), MessageFixture.NOW.minusSeconds(1), 1, 3);
    public static final QueryFailure LATE = QueryFailure.notSent(Reason.EXPIRED, "Too late");

    private ResultFixture() {}

    public static ResultWriter writer(TopicView view) {
        return new ResultWriter(MessageFixture.settings(), () -> view);
    }

    public static OutboundRecord refusal(CommandReading.Refused refused) {
        return refusal(refused.context(), refused.failure());
    }

    public static OutboundRecord refusal(CommandContext command, QueryFailure failure) {
        return refusal(command, failure, MessageFixture.view()).record();
    }

    public static Publication refusal(CommandContext command, QueryFailure failure, TopicView view) {
        return writer(view).refusal(command, failure, MessageFixture.NOW);
    }

    public static Publication answer(CommandContext command, Answer answer, TopicView view) {
        return writer(view).answer(command, answer, REQUEST, MessageFixture.NOW);
    }

    public static String json(CommandContext command, Answer answer, AnsweredRequest request) {
        return json(WRITER.answer(command, answer, request, MessageFixture.NOW).record());
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
