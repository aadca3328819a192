package io.callport.kafka.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.kafka.message.ResultWriter.RequestTimes;
import io.callport.query.Answer;
import io.callport.query.QueryFailure;
import io.callport.query.VendorReply;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The JSON of a result. */
final class ResultBody {
    private static final Duration FORESEEABLE = Duration.ofDays(36_500);
    private static final int LONGEST_QUERY = 256;
    private static final int LONGEST_DETAIL = 1_000;
    private static final int LONGEST_REPLY = 200;

    private final AnswerJson answers;

    ResultBody(AnswerJson answers) {
        this.answers = answers;
    }

    ObjectNode answer(Envelope command, Answer answer, RequestTimes request) {
        ObjectNode body = head(command).put("status", "answered");
        body.putObject("request")
                .put("startedAt", request.startedAt().toString())
                .put("endedAt", request.endedAt().toString())
                .put("attempts", request.attempts())
                .put("sharedBy", request.sharedBy());
        body.set("result", answers.tree(answer));
        return body;
    }

    ObjectNode refusal(Envelope command, QueryFailure failure, Instant now) {
        return refusal(head(command), failure, now);
    }

    /** Without what the publisher may have made as large as it likes. */
    ObjectNode shortRefusal(Envelope command, QueryFailure failure, Instant now) {
        ObjectNode head = head(command).put("query", Text.shortened(command.query(), LONGEST_QUERY));
        head.remove("params");
        return refusal(head, failure, now);
    }

    private static ObjectNode head(Envelope command) {
        ObjectNode body = Json.STRICT.createObjectNode();
        body.put("query", command.query());
        body.put("account", command.account().toString());
        body.put("commandId", command.commandId());
        body.set("params", command.params);
        return body;
    }

    private static ObjectNode refusal(ObjectNode body, QueryFailure failure, Instant now) {
        body.put("status", "refused");
        body.put("reason", failure.reason().code());
        body.put("detail", Text.shortened(failure.detail(), LONGEST_DETAIL));
        Duration retryAfter = failure.retryAfter();
        if (retryAfter != null) {
            body.put("retryAfter", retryAfter.toString());
            if (retryAfter.abs().compareTo(FORESEEABLE) <= 0) {
                body.put("retryAt", now.plus(retryAfter).toString());
            }
        }
        VendorReply reply = failure.vendorReply();
        if (reply != null) {
            ObjectNode said = body.putObject("vendorReply").put("httpStatus", reply.httpStatus());
            put(said, "code", reply.code());
            put(said, "message", reply.message());
            put(said, "requestId", reply.requestId());
        }
        return body;
    }

    private static void put(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, Text.shortened(value, LONGEST_REPLY));
        }
    }
}
