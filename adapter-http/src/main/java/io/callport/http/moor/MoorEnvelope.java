package io.callport.http.moor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.http.reply.Envelope;
import io.callport.http.reply.Reply;
import io.callport.vendor.json.FieldReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 7moor's envelope: {@code success} true and {@code code} "200" (developer.7moor.com/v7/peer-management). It documents
 * no other code.
 */
final class MoorEnvelope {
    private static final String SUCCESS = "200";

    private MoorEnvelope() {}

    static @Nullable Envelope read(ObjectNode answer) {
        if (!answer.has("success") && !answer.has("code")) {
            return null;
        }
        FieldReader fields = new FieldReader(answer);
        String code = fields.text("code");
        boolean success = Boolean.TRUE.equals(fields.flag("success")) && SUCCESS.equals(code);
        String requestId = new FieldReader(answer.path("requestInfo")).text("requestId");
        return new Envelope(success, code, fields.text("message"), requestId);
    }

    /** The fields of an answer beside its envelope and its {@code data}. */
    static FieldReader besideData(Reply reply) {
        FieldReader fields = new FieldReader(reply.json());
        List.of("success", "code", "message", "requestInfo", "data").forEach(fields::drop);
        return fields;
    }
}
