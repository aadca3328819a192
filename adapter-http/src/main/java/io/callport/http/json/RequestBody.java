package io.callport.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds the JSON body of a request, its fields in the order of the calls, without absent or empty ones. Not
 * thread-safe.
 */
public final class RequestBody {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    /** Adds a text, if there is one. */
    public RequestBody put(String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
        return this;
    }

    /** Adds a whole number, if there is one. */
    public RequestBody put(String name, @Nullable Number value) {
        if (value != null) {
            json.put(name, value.longValue());
        }
        return this;
    }

    /** Adds a flag, if there is one. */
    public RequestBody put(String name, @Nullable Boolean value) {
        if (value != null) {
            json.put(name, value);
        }
        return this;
    }

    /** Adds a time without a zone, as in {@code 2020-09-25 20:32:03}. */
    public RequestBody put(String name, LocalDateTime value) {
        json.put(name, LenientJson.TIME.format(value));
        return this;
    }

    /** Adds texts or whole numbers, if there are any. */
    public RequestBody put(String name, List<?> values) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(name);
            values.forEach(array::addPOJO);
        }
        return this;
    }

    /** Adds an object, even an empty one, if there is one. */
    public RequestBody put(String name, @Nullable RequestBody value) {
        if (value != null) {
            json.set(name, value.json);
        }
        return this;
    }

    /** The body that was built, not a copy. */
    public JsonNode json() {
        return json;
    }
}
