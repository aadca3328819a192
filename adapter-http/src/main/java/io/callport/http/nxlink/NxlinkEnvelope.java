package io.callport.http.nxlink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.http.reply.Envelope;
import io.callport.http.reply.Reply;
import io.callport.vendor.json.FieldReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** NXLink's envelope: {@code reqId}, {@code code}, {@code msg}; code 0 is success (NXCloud wiki, NXCC API pages). */
final class NxlinkEnvelope {
    private static final String CODE = "code";
    private static final String SUCCESS = "0";

    private NxlinkEnvelope() {}

    static @Nullable Envelope read(ObjectNode answer) {
        if (!answer.has(CODE)) {
            return null;
        }
        FieldReader fields = new FieldReader(answer);
        String code = fields.text(CODE);
        return new Envelope(SUCCESS.equals(code), code, fields.text("msg"), fields.text("reqId"));
    }

    /** The fields of an answer beside its envelope and its {@code data}. */
    static FieldReader besideData(Reply reply) {
        FieldReader fields = new FieldReader(reply.json());
        List.of(CODE, "msg", "reqId", "data").forEach(fields::drop);
        return fields;
    }
}
