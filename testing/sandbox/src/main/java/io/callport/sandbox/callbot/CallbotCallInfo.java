package io.callport.sandbox.callbot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.vendor.AnswerJson;

/**
 * {@code POST /callcentre/v2/callinfo}: the vendor shows a request and documents no answer, so this answer is invented.
 */
final class CallbotCallInfo {
    private CallbotCallInfo() {}

    /** The request's fields as they came, and a few fields that a caller might expect. */
    static ObjectNode answer(ObjectNode requestBody) {
        ObjectNode data = requestBody.deepCopy();
        data.put("inventedBySandbox", "the vendor documents no answer of this endpoint");
        data.put("customerName", "牛小信");
        data.put("callCount", 3);
        data.put("lastCallTs", 1_700_000_000);
        data.put("finish", true);
        ObjectNode answer = AnswerJson.object();
        answer.set("data", data);
        return answer;
    }
}
