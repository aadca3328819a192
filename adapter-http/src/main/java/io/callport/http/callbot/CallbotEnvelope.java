package io.callport.http.callbot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.http.reply.Envelope;
import io.callport.http.reply.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Callbot's two envelopes: {@code retCode}, {@code retMsg}, {@code responseID} on nearly all of the wiki's pages;
 * {@code code}, {@code msg}, {@code reqId} on that of ping. Which of them callinfo has is not documented; code 0 is success
 * in both.
 */
final class CallbotEnvelope {
    static final List<String> FIELDS = List.of("retCode", "retMsg", "responseID", "code", "msg", "reqId");

    private static final String SUCCESS = "0";

    private CallbotEnvelope() {}

    static @Nullable Envelope read(ObjectNode answer) {
        Fields fields = new Fields(answer);
        if (answer.has("retCode")) {
            return envelope(fields.text("retCode"), fields.text("retMsg"), fields.text("responseID"));
        }
        return answer.has("code") ? envelope(fields.text("code"), fields.text("msg"), fields.text("reqId")) : null;
    }

    private static Envelope envelope(@Nullable String code, @Nullable String message, @Nullable String requestId) {
        return new Envelope(SUCCESS.equals(code), code, message, requestId);
    }
}
