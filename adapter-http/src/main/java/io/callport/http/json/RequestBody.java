package io.callport.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.vendor.json.Json;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds the JSON body of a request, its fields in the order of the calls, without absent or empty ones. Not
 * thread-safe.
 */
public final class RequestBody {
    private static final JsonMapper MAPPER = new JsonMapper();

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
        json.put(name, Json.TIME.format(value));
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

    /**
     * The bytes of a body: compact, in UTF-8, half a surrogate pair as its escape.
     *
     * @throws QueryFailedException if the body holds a value that JSON cannot
     */
    public static byte[] bytes(Object body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new QueryFailedException(
                    QueryFailure.notSent(Reason.INVALID_COMMAND, "A parameter cannot be written as JSON"));
        }
    }
}
