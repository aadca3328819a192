package io.callport.sandbox.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Reads the fields of a JSON object. */
public final class FieldJson {
    private FieldJson() {}

    /**
     * Reads the values by name: whole numbers, texts and flags. Any other value stays JSON, for its field to refuse.
     *
     * @param example an object that is allowed, for the message
     * @throws InvalidFieldException if the JSON is no object
     */
    public static Map<String, Object> read(JsonNode json, String example) {
        if (!json.isObject()) {
            throw new InvalidFieldException("body", "a JSON object, as in " + example, "is something else");
        }
        Map<String, Object> fields = new HashMap<>();
        json.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
        return fields;
    }

    private static Object value(JsonNode json) {
        if (json.isInt()) {
            return json.intValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isTextual() ? json.textValue() : json;
    }
}
