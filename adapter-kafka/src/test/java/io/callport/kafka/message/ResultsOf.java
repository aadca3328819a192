package io.callport.kafka.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.kafka.message.ResultWriter.RequestTimes;
import io.callport.kafka.topics.TopicView;
import io.callport.query.Answer;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;

/** Results as the tests of this room write them: at {@link Given#NOW}, after one request of two seconds. */
final class ResultsOf {
    static final ResultWriter WRITER = new ResultWriter(Given.settings());
    static final RequestTimes REQUEST = new RequestTimes(Given.NOW.minusSeconds(2), Given.NOW.minusSeconds(1), 1, 3);
    static final QueryFailure LATE = QueryFailure.notSent(Reason.EXPIRED, "Too late");

    private ResultsOf() {}

    static OutboundRecord refusal(Reading.Refuse refused) {
        return refusal(refused.command(), refused.failure());
    }

    static OutboundRecord refusal(Envelope command, QueryFailure failure) {
        return refusal(command, failure, Given.view()).record();
    }

    static Publication refusal(Envelope command, QueryFailure failure, TopicView view) {
        return WRITER.refusal(command, failure, view, Given.NOW);
    }

    static Publication answer(Envelope command, Answer answer, TopicView view) {
        return WRITER.answer(command, answer, REQUEST, view, Given.NOW);
    }

    static String json(Envelope command, Answer answer, RequestTimes request) {
        return json(
                WRITER.answer(command, answer, request, Given.view(), Given.NOW).record());
    }

    static String json(OutboundRecord record) {
        return new String(record.value(), UTF_8);
    }

    static String header(OutboundRecord record, String name) {
        byte[] value = bytes(record, name);
        return value == null ? null : new String(value, UTF_8);
    }

    static byte[] bytes(OutboundRecord record, String name) {
        byte[] last = null;
        for (RecordHeader header : record.headers()) {
            if (header.name().equals(name)) {
                last = header.value();
            }
        }
        return last;
    }
}
