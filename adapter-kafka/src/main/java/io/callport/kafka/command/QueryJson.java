package io.callport.kafka.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.callport.kafka.record.Json;
import io.callport.query.Query;
import io.callport.query.QueryType;
import io.callport.query.ShortText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a command's {@code params} into its query, with messages that name the wrong field, and writes them. */
public final class QueryJson {
    private static final int MAX_NAME_LENGTH = 100;

    private static final ClassValue<List<String>> KNOWN = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> query) {
            return Arrays.stream(query.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
        }
    };

    private QueryJson() {}

    /**
     * Reads a JSON object.
     *
     * @throws IllegalArgumentException if the query does not accept the object; the message names the field
     */
    public static Query<?, ?> parse(QueryType<?, ?> type, String json) {
        try {
            return bind(type, Json.read(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalArgumentException("params: must be a JSON object, as in {\"status\":1}, but is not JSON");
        }
    }

    /** Writes a query as the {@code params} of a command; absent parameters are left out. */
    public static String write(Query<?, ?> query) {
        try {
            return Json.PARAMS.writeValueAsString(query);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
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
            throw new IllegalArgumentException(path(e) + "." + (cause == null ? "" : cause.getMessage()));
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(unknown(path(e), type, e.getKnownPropertyIds()));
        } catch (MismatchedInputException e) {
            throw mismatch(params, e, e.getTargetType());
        } catch (JsonMappingException e) {
            throw mismatch(params, e, e.getCause() instanceof InputCoercionException c ? c.getTargetType() : null);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("params: must be what " + type.name() + " takes: " + known(type));
        }
    }

    /** Rejects unknown parameters before all else: a parameter is more likely misspelt than missing. */
    private static void requireKnown(QueryType<?, ?> type, JsonNode params) {
        List<String> known = known(type);
        params.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        unknown("params." + ShortText.of(name, MAX_NAME_LENGTH), type, known));
            }
        });
    }

    private static IllegalArgumentException mismatch(
            JsonNode params, JsonMappingException e, @Nullable Class<?> wanted) {
        String found = shape(params.at(pointer(e)));
        return new IllegalArgumentException(path(e) + ": must be " + kindOf(wanted) + ", but is " + found);
    }

    private static String unknown(String name, QueryType<?, ?> type, Collection<?> known) {
        String names = known.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return name + ": is no parameter of " + type.name() + ", which takes " + (names.isEmpty() ? "none" : names);
    }

    /** The kind of a JSON value, in words. */
    public static String shape(@Nullable JsonNode node) {
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

    private static String kindOf(@Nullable Class<?> type) {
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
        if (type == LocalDateTime.class) {
            return "a local time as in 2020-09-25T20:32:03";
        }
        return type == String.class ? "text" : "an object";
    }

    private static List<String> known(QueryType<?, ?> type) {
        return KNOWN.get(type.query());
    }

    /** The path of the wrong field, as in {@code params.options.callStatus[0]}. */
    private static String path(JsonMappingException e) {
        return "params"
                + e.getPath().stream()
                        .map(step -> step.getFieldName() == null
                                ? "[" + step.getIndex() + "]"
                                : "." + ShortText.of(step.getFieldName(), MAX_NAME_LENGTH))
                        .collect(Collectors.joining());
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
