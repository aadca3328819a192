package io.callport.sandbox.callbot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** {@code POST /callcentre/v2/callinfo}: the vendor shows a request and documents no answer, so this one is invented. */
final class CallbotCallInfo {
    private CallbotCallInfo() {}

    /** The request's fields as they came, and a few that a caller might expect. */
    static JsonNode answer(ObjectNode requestBody, Instant at) {
        ObjectNode data = requestBody.deepCopy();
        data.put("inventedBySandbox", "the vendor documents no answer of this endpoint");
        data.put("customerName", "牛小信");
        data.put("callCount", 3);
        data.put("lastCallTs", at.getEpochSecond() - 3_600);
        data.put("finish", true);
        return data;
    }
}
