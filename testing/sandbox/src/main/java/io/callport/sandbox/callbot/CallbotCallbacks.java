package io.callport.sandbox.callbot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.callback.CallbackCredentials;
import io.callport.sandbox.callback.CallbackKind;
import io.callport.sandbox.callback.CallbackSource;
import io.callport.sandbox.callback.SampleCallback;
import io.callport.sandbox.vendor.AnswerJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Callbot's callbacks: the examples of NXCloud's wiki (callCallback, orderCallback, taskCallback) with new ids, signed
 * as requests are. The wiki lists no {@code algorithm} header here: the account's setting decides.
 */
public final class CallbotCallbacks implements CallbackSource {
    private static final Map<CallbackKind, String> PATHS = Map.of(
            CallbackKind.CALL, "/webhooks/callbot/call",
            CallbackKind.ORDER, "/webhooks/callbot/order",
            CallbackKind.TASK, "/webhooks/callbot/task");

    @Override
    public boolean makes(CallbackKind kind) {
        return PATHS.containsKey(kind);
    }

    @Override
    public SampleCallback make(CallbackKind kind, CallbackCredentials credentials, Instant now, Place place) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("requestID", AnswerJson.id());
        ObjectNode body = kind == CallbackKind.TASK ? task(ids, now) : call(kind, ids, now);
        byte[] bytes = AnswerJson.bytes(body);
        String createTs = Long.toString(now.getEpochSecond());
        CallbotHeaders signed =
                new CallbotHeaders(credentials.account().key(), ids.getOrDefault("requestID", ""), createTs);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("requestID", signed.requestId());
        headers.put("uuid", signed.uuid());
        headers.put("createTs", createTs);
        headers.put(
                "sign",
                signed.sign(credentials.javaAlgorithm(), credentials.account().secret(), bytes));
        String subject = ids.getOrDefault(kind == CallbackKind.TASK ? "taskID" : "orderID", "");
        return new SampleCallback(PATHS.getOrDefault(kind, ""), headers, bytes, ids, subject);
    }

    private static ObjectNode call(CallbackKind kind, Map<String, String> ids, Instant now) {
        ids.put("orderID", AnswerJson.id());
        ids.put("callID", AnswerJson.id());
        String file = kind == CallbackKind.CALL ? "callCallback.json" : "orderCallback.json";
        ObjectNode body = AnswerJson.documented(Callbot.class, file);
        body.put("orderID", ids.get("orderID")).put("userName", "牛小信").put("userPhone", "8613800000000");
        ObjectNode call = (ObjectNode) body.path("callInfoDetail");
        long end = now.getEpochSecond();
        call.put("callID", ids.get("callID")).put("callDuration", 25);
        call.put("callStartTs", end - 30).put("callAnswerTs", end - 25).put("callEndTs", end);
        return body;
    }

    private static ObjectNode task(Map<String, String> ids, Instant now) {
        ids.put("taskID", AnswerJson.id());
        ObjectNode body = AnswerJson.documented(Callbot.class, "taskCallback.json");
        return body.put("taskID", ids.get("taskID"))
                .put("userTaskID", "task-" + ids.get("taskID"))
                .put("createTs", now.getEpochSecond() - 3_600);
    }
}
