package io.callport.sandbox.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.callback.CallbackBatch.Pace;
import io.callport.sandbox.field.Field;
import io.callport.sandbox.field.FieldJson;
import io.callport.sandbox.vendor.AnswerJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Callbacks as JSON: a request as in {@code {"kind":"callbot.call","count":10}}, of which only {@code kind} is
 * required, and a report of what became of each.
 */
public final class CallbackJson {
    private static final List<Field> FIELDS = List.of(
            Field.oneOf("kind", CallbackKind.labels()).mandatory(),
            Field.text("account", 256),
            CallbackBatch.COUNT,
            CallbackBatch.COPIES,
            Pace.CONCURRENCY,
            Pace.ATTEMPTS,
            Pace.PAUSE,
            Field.oneOf("algorithm", CallbackSettings.ALGORITHMS),
            Field.flag("forged"));

    private CallbackJson() {}

    /**
     * Reads what to send.
     *
     * @throws io.callport.sandbox.field.InvalidFieldException if the JSON is no object, or a field is missing, unknown
     *     or out of its bounds
     */
    public static CallbackBatch read(JsonNode json) {
        Map<String, Object> fields = FieldJson.read(json, "{\"kind\":\"callbot.call\",\"count\":10}");
        Field.checkAll("a request for callbacks", FIELDS, fields);
        int pause = number(fields, "pauseMillis", (int) Pace.DEFAULT.pause().toMillis());
        return new CallbackBatch(
                CallbackKind.labelled((String) fields.getOrDefault("kind", "")),
                (String) fields.get("account"),
                number(fields, "count", 1),
                number(fields, "copies", 1),
                new Pace(
                        number(fields, "concurrency", Pace.DEFAULT.concurrency()),
                        number(fields, "attempts", Pace.DEFAULT.attempts()),
                        Duration.ofMillis(pause)),
                (String) fields.get("algorithm"),
                fields.get("forged") == Boolean.TRUE);
    }

    /** Writes what became of the callbacks: how many were sent and accepted, and each with its ids and its status. */
    public static ObjectNode write(List<SentCallback> sent) {
        ObjectNode json = AnswerJson.object();
        json.put("sent", sent.size());
        json.put("accepted", sent.stream().filter(SentCallback::accepted).count());
        for (SentCallback callback : sent) {
            ObjectNode each = json.withArray("callbacks").addObject();
            callback.ids().forEach(each.putObject("ids")::put);
            each.put("status", callback.status()).put("attempts", callback.attempts());
            if (callback.problem() != null) {
                each.put("error", callback.problem());
            }
        }
        return json;
    }

    private static int number(Map<String, Object> fields, String name, int otherwise) {
        return (int) fields.getOrDefault(name, otherwise);
    }
}
