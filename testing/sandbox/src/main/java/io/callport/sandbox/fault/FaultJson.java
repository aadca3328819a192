package io.callport.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.field.FieldJson;
import io.callport.sandbox.field.InvalidFieldException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fault as JSON: one flat object, as in {@code {"fault":"latency","times":3,"millis":500,"account":"7moor:2000103"}}.
 * Only {@code fault} is always required; {@code times} is 1 if left out.
 */
public final class FaultJson {
    private FaultJson() {}

    /**
     * Reads a fault from JSON.
     *
     * @throws InvalidFieldException if the JSON is not an object, or a field is missing, unknown or not of its type
     */
    public static Fault read(JsonNode json) {
        Map<String, Object> fields = FieldJson.read(json, "{\"fault\":\"reset\"}");
        FaultKind kind = FaultKind.labelled(text(json, "fault", FaultKind.allowed(), ""));
        fields.keySet().removeAll(Set.of("fault", "times", "account", "path"));
        Fault fault = Fault.of(kind, fields).times(times(json.path("times")));
        if (json.has("account")) {
            fault = fault.on(text(json, "account", "vendor:key, as in 7moor:2000103", ""));
        }
        return json.has("path") ? fault.at(text(json, "path", "a request path", "")) : fault;
    }

    /** Writes a fault, so that {@link #read} returns an equal fault. */
    public static ObjectNode write(Fault fault) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("fault", fault.kind().label()).put("times", fault.times());
        putIfPresent(json, "account", fault.account());
        putIfPresent(json, "path", fault.path());
        fault.fields().forEach((name, value) -> {
            if (value instanceof Integer number) {
                json.put(name, number);
            } else {
                json.put(name, value.toString());
            }
        });
        return json;
    }

    private static void putIfPresent(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static String text(JsonNode json, String name, String allowed, String otherwise) {
        JsonNode value = json.path(name);
        if (!value.isTextual() && !value.isMissingNode()) {
            throw new InvalidFieldException(name, allowed, "is no text");
        }
        return value.asText(otherwise);
    }

    private static int times(JsonNode value) {
        if (value.isMissingNode()) {
            return 1;
        }
        return value.isInt() ? value.intValue() : 0;
    }
}
