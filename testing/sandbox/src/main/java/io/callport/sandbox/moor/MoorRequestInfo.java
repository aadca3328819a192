package io.callport.sandbox.moor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.vendor.AnswerJson;
import io.callport.sandbox.vendor.ReceivedRequest;
import org.jspecify.annotations.Nullable;

/**
 * The {@code requestInfo} of a 7moor answer. As in the examples of developer.7moor.com/v7/number-management it echoes
 * the request's headers, m7-sign among them: code that maps an answer has to drop it.
 */
final class MoorRequestInfo {
    private MoorRequestInfo() {}

    static void echo(ReceivedRequest request, ObjectNode answer) {
        String id = AnswerJson.id();
        ObjectNode info = answer.putObject("requestInfo");
        info.put("requestId", id);
        info.put("url", request.path());
        info.put("proxyUrl", "http://localhost:6100/call" + request.path());
        @Nullable ObjectNode body = AnswerJson.object(request.body());
        info.set("body", body == null ? AnswerJson.object() : body);
        ObjectNode headers = info.putObject("headers");
        request.headers().forEach(headers::put);
        headers.put("traceId", id).put("accountId", request.header("m7-appkey"));
        long now = request.at().toEpochMilli();
        info.putObject("span")
                .put("requestStartTime", now)
                .put("proxyStartTime", now)
                .put("proxyEndTime", now + 1)
                .put("reqEndTime", now + 1)
                .put("bizSpan", "1ms")
                .put("latency", "0ms");
    }
}
