package io.callport.sandbox.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A field of a request's body, as a vendor documents it.
 *
 * @param name the field's name
 * @param required whether the vendor requires the field
 * @param form whether a value has the documented type
 * @param most the largest number of elements, if the field is a list
 * @param value whether a value of that type is within the documented bounds
 */
public record Parameter(String name, boolean required, Predicate<JsonNode> form, int most, Predicate<JsonNode> value) {

    /** Makes a parameter that is text. */
    public static Parameter text(String name) {
        return new Parameter(name, true, JsonNode::isTextual, 1, text -> true);
    }

    /** Makes a parameter that is a time without a zone, as in {@code 2020-09-25 20:32:03}. */
    public static Parameter localTime(String name) {
        return new Parameter(
                name,
                true,
                json -> json.asText().matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"),
                1,
                time -> true);
    }

    /** Makes a parameter that is a whole number, or its digits as text, within bounds. */
    public static Parameter number(String name, long least, long most) {
        return new Parameter(name, true, Parameter::isNumber, 1, json -> {
            long number = json.asLong();
            return number >= least && number <= most;
        });
    }

    /** Makes a parameter that is a list of texts, from 1 to that many. */
    public static Parameter texts(String name, int most) {
        return new Parameter(name, true, json -> isListOf(json, JsonNode::isTextual), most, list -> !list.isEmpty());
    }

    /** Makes a parameter that is a list of whole numbers. */
    public static Parameter numbers(String name) {
        return new Parameter(name, true, json -> isListOf(json, Parameter::isNumber), Integer.MAX_VALUE, list -> true);
    }

    /** Makes a parameter that is an object. */
    public static Parameter object(String name) {
        return new Parameter(name, true, JsonNode::isObject, Integer.MAX_VALUE, object -> true);
    }

    /** Makes a parameter that is exactly that text. */
    public static Parameter fixed(String name, String text) {
        return new Parameter(
                name, true, JsonNode::isTextual, 1, json -> json.asText().equals(text));
    }

    /** A copy that may be absent or null. */
    public Parameter optional() {
        return new Parameter(name, false, form, most, value);
    }

    /** Finds the error of this parameter in a body; null if there is none. */
    @Nullable
    ParameterError error(JsonNode body) {
        JsonNode given = body.path(name);
        if (given.isMissingNode() || given.isNull()) {
            return required ? new ParameterError(ParameterError.Kind.MISSING, name) : null;
        }
        if (!form.test(given)) {
            return new ParameterError(ParameterError.Kind.FORMAT, name);
        }
        if (given.size() > most) {
            return new ParameterError(ParameterError.Kind.CAPACITY, name);
        }
        return value.test(given) ? null : new ParameterError(ParameterError.Kind.VALUE, name);
    }

    private static boolean isNumber(JsonNode json) {
        return json.isIntegralNumber() || (json.isTextual() && json.asText().matches("-?[0-9]{1,18}"));
    }

    private static boolean isListOf(JsonNode json, Predicate<JsonNode> element) {
        if (!json.isArray()) {
            return false;
        }
        for (JsonNode each : json) {
            if (!element.test(each)) {
                return false;
            }
        }
        return true;
    }
}
