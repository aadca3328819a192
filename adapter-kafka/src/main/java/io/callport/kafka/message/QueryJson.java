package io.callport.kafka.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.callport.query.Query;
import io.callport.query.QueryType;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a command's {@code params} into its query, and says what is wrong with them. */
public final class QueryJson {
    private static final int LONGEST_NAME = 100;

    private QueryJson() {}

    /**
     * Reads a JSON object.
     *
     * @throws IllegalArgumentException if it is not what the query takes; the message names the field
     */
    public static Query<?, ?> parse(QueryType<?, ?> type, String json) {
        try {
            return bind(type, Json.read(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalArgumentException("params: must be a JSON object, as in {\"status\":1}, but is not JSON");
        }
    }

    static Query<?, ?> bind(QueryType<?, ?> type, JsonNode params) {
        if (!params.isObject()) {
            throw new IllegalArgumentException("params: must be an object, but is " + shape(params));
        }
        requireKnown(type, params);
        try {
            return Json.STRICT.treeToValue(params, type.query());
        } catch (ValueInstantiationException e) {
            Throwable cause = e.getCause();
            throw new IllegalArgumentException("params." + (cause == null ? "" : cause.getMessage()));
        } catch (MismatchedInputException e) {
            throw mismatch(params, e, e.getTargetType());
        } catch (JsonMappingException e) {
            throw mismatch(params, e, e.getCause() instanceof InputCoercionException c ? c.getTargetType() : null);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("params: must be what " + type.name() + " takes: " + known(type));
        }
    }

    /** Before anything else: a parameter is more likely misspelt than missing. */
    private static void requireKnown(QueryType<?, ?> type, JsonNode params) {
        List<String> known = known(type);
        params.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("params." + Text.shortened(name, LONGEST_NAME)
                        + ": is no parameter of " + type.name() + ", which takes "
                        + (known.isEmpty() ? "none" : String.join(", ", known)));
            }
        });
    }

    private static IllegalArgumentException mismatch(
            JsonNode params, JsonMappingException e, @Nullable Class<?> wanted) {
        String found = shape(params.at(pointer(e)));
        return new IllegalArgumentException(
                "params" + pointer(e).replace('/', '.') + ": must be " + name(wanted) + ", but is " + found);
    }

    static String shape(@Nullable JsonNode node) {
        if (node == null || node.isMissingNode()) {
            return "missing";
        }
        return switch (node.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "null";
        };
    }

    private static String name(@Nullable Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "an integer from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        if (type == long.class || type == Long.class) {
            return "an integer";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type != null && List.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == String.class ? "text" : "an object";
    }

    private static List<String> known(QueryType<?, ?> type) {
        return Arrays.stream(type.query().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
