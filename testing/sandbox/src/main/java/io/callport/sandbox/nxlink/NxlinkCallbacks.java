package io.callport.sandbox.nxlink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.callback.CallbackCredentials;
import io.callport.sandbox.callback.CallbackKind;
import io.callport.sandbox.callback.CallbackSource;
import io.callport.sandbox.callback.SampleCallback;
import io.callport.sandbox.vendor.AnswerJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * NXLink's call records as its wiki shows them (NXCC API webhook): signed with {@code bizType} 8 and {@code action}
 * {@code callback}, or with a token in a header, when only the path says which account it is.
 */
public final class NxlinkCallbacks implements CallbackSource {
    @Override
    public boolean makes(CallbackKind kind) {
        return kind == CallbackKind.RECORD || kind == CallbackKind.RECORD_WITH_TOKEN;
    }

    @Override
    public SampleCallback make(CallbackKind kind, CallbackCredentials credentials, Instant now, Place place) {
        String callId = AnswerJson.id();
        String orderId = AnswerJson.id();
        ObjectNode body = AnswerJson.documented(Nxlink.class, "cdr_webhook.json");
        long end = now.toEpochMilli();
        body.put("callId", callId).put("orderId", orderId);
        body.put("startTime", end - 22_000).put("answerTime", end - 21_000).put("endTime", end);
        byte[] bytes = AnswerJson.bytes(body);
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("callId", callId);
        ids.put("orderId", orderId);
        String accessKey = credentials.account().key();
        if (kind == CallbackKind.RECORD_WITH_TOKEN) {
            String path = "/webhooks/nxlink/" + accessKey + "/record";
            return new SampleCallback(path, Map.of("token", credentials.token()), bytes, ids, callId);
        }
        NxlinkHeaders signed = new NxlinkHeaders(accessKey, "callback", "8", Long.toString(end));
        return new SampleCallback("/webhooks/nxlink/record", headers(signed, credentials, bytes), bytes, ids, callId);
    }

    private static Map<String, String> headers(NxlinkHeaders signed, CallbackCredentials credentials, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("accessKey", signed.accessKey());
        headers.put("ts", signed.ts());
        headers.put("bizType", signed.bizType());
        headers.put("action", signed.action());
        headers.put("algorithm", credentials.algorithm().toLowerCase(Locale.ROOT));
        headers.put(
                "sign",
                signed.sign(credentials.javaAlgorithm(), credentials.account().secret(), body));
        return headers;
    }
}
