package io.callport.kafka.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.callport.query.Query;
import io.callport.query.QueryType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a command's {@code params} into its query, and says what is wrong with them. */
public final class QueryJson {
    private QueryJson() {}

    /**
     * Reads a JSON object.
     *
     * @throws IllegalArgumentException if it is not what the query takes; the message names the field
     */
    public static Query<?, ?> parse(QueryType<?, ?> type, String json) {
        try {
            return bind(type, Json.STRICT.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("params: must be a JSON object, as in {\"status\":1}, but is not JSON");
        }
    }

    static Query<?, ?> bind(QueryType<?, ?> type, JsonNode params) {
        if (!params.isObject()) {
            throw new IllegalArgumentException("params: must be an object, but is " + shape(params));
        }
        try {
            return Json.STRICT.treeToValue(params, type.query());
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(
                    path(e) + ": is no parameter of " + type.name() + ", which takes " + known(type));
        } catch (ValueInstantiationException e) {
            Throwable cause = e.getCause();
            throw new IllegalArgumentException("params." + (cause == null ? "" : cause.getMessage()));
        } catch (MismatchedInputException e) {
            String found = shape(params.at(pointer(e)));
            throw new IllegalArgumentException(
                    path(e) + ": must be " + wanted(e.getTargetType()) + ", but is " + found);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("params: cannot be read");
        }
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

    private static String wanted(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "an integer";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (List.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == String.class ? "text" : "an object";
    }

    private static String known(QueryType<?, ?> type) {
        RecordComponent[] components = type.query().getRecordComponents();
        return components.length == 0
                ? "none"
                : Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException e) {
        return "params" + pointer(e).replace('/', '.');
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
