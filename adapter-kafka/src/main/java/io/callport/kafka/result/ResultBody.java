package io.callport.kafka.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.UtcTime;
import io.callport.kafka.record.Json;
import io.callport.kafka.record.RawJson;
import io.callport.kafka.result.ResultWriter.AnsweredRequest;
import io.callport.query.QueryFailure;
import io.callport.query.ShortText;
import io.callport.query.VendorReply;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes the JSON of results. */
final class ResultBody {
    private static final Duration FORESEEABLE = Duration.ofDays(36_500);
    private static final int MAX_QUERY_LENGTH = 256;
    private static final int MAX_DETAIL_LENGTH = 1_000;
    private static final int MAX_REPLY_LENGTH = 200;

    private ResultBody() {}

    /** Writes an answered result up to its answer, which {@link Json#withLast} inserts. */
    static byte[] beforeAnswer(CommandContext command, AnsweredRequest request) {
        return Json.object(json -> {
            json.writeStringField("query", command.query());
            json.writeStringField("account", command.account().toString());
            json.writeStringField("commandId", command.commandId());
            json.writeFieldName("params");
            json.writeRawValue(new RawJson(command.params()));
            json.writeStringField("status", "answered");
            json.writeObjectFieldStart("request");
            json.writeStringField("startedAt", UtcTime.text(request.startedAt()));
            json.writeStringField("endedAt", UtcTime.text(request.endedAt()));
            json.writeNumberField("attempts", request.attempts());
            json.writeNumberField("sharedBy", request.sharedBy());
            json.writeEndObject();
            Json.lastField(json, "result");
        });
    }

    static byte[] refusal(CommandContext command, QueryFailure failure, Instant now) {
        return Json.bytes(refusal(head(command, ParamsEcho.omission(command.params())), failure, now));
    }

    /** Writes a refusal without the parts whose size the publisher chose freely. */
    static byte[] shortRefusal(CommandContext command, QueryFailure failure, Instant now) {
        return Json.bytes(refusal(head(command, ParamsEcho.TOO_LARGE), failure, now));
    }

    /** @param omission why the parameters are left out; {@code null} if they are not */
    private static ObjectNode head(CommandContext command, @Nullable String omission) {
        ObjectNode body = Json.STRICT.createObjectNode();
        body.put("query", ShortText.of(command.query(), MAX_QUERY_LENGTH));
        body.put("account", command.account().toString());
        body.put("commandId", command.commandId());
        if (omission == null) {
            body.putRawValue("params", new RawValue(new RawJson(command.params())));
        } else {
            body.put("paramsOmitted", omission);
        }
        return body;
    }

    /** The detail of a failure, as a result shows the detail. */
    static String detail(QueryFailure failure) {
        return ShortText.of(failure.detail(), MAX_DETAIL_LENGTH);
    }

    private static ObjectNode refusal(ObjectNode body, QueryFailure failure, Instant now) {
        body.put("status", "refused");
        body.put("reason", failure.reason().code());
        body.put("detail", detail(failure));
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
            body.put(name, ShortText.of(value, MAX_REPLY_LENGTH));
        }
    }
}
