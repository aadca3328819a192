package io.callport.http.callbot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.http.reply.Envelope;
import io.callport.http.reply.Reply;
import io.callport.vendor.json.FieldReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Callbot's two envelopes: {@code retCode}, {@code retMsg}, {@code responseID} on nearly all of the wiki's pages;
 * {@code code}, {@code msg}, {@code reqId} on that of ping. Which of them callinfo has is not documented; code 0 is
 * success in both.
 */
final class CallbotEnvelope {
    private static final List<String> USUAL = List.of("retCode", "retMsg", "responseID");
    private static final List<String> OF_PING = List.of("code", "msg", "reqId");
    private static final String SUCCESS = "0";

    private CallbotEnvelope() {}

    static @Nullable Envelope read(ObjectNode answer) {
        List<String> names = names(answer);
        if (!answer.has(names.get(0))) {
            return null;
        }
        FieldReader fields = new FieldReader(answer);
        String code = fields.text(names.get(0));
        return new Envelope(SUCCESS.equals(code), code, fields.text(names.get(1)), fields.text(names.get(2)));
    }

    /** The fields of an answer without its envelope. */
    static FieldReader content(Reply reply) {
        FieldReader fields = new FieldReader(reply.json());
        names(reply.json()).forEach(fields::drop);
        return fields;
    }

    /** The names of code, message and request id in this answer. */
    private static List<String> names(ObjectNode answer) {
        return answer.has(USUAL.get(0)) ? USUAL : OF_PING;
    }
}
