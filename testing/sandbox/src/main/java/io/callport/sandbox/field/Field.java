package io.callport.sandbox.field;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A field of a JSON object that the sandbox's own endpoints take.
 *
 * @param name the field's name
 * @param allowed the allowed values, in words
 * @param test whether a value is allowed
 * @param required whether the field may not be left out
 */
public record Field(String name, String allowed, Predicate<Object> test, boolean required) {

    /** Makes a field that is a whole number within bounds. */
    public static Field number(String name, int least, int most) {
        return new Field(
                name,
                "a whole number from " + least + " to " + most,
                value -> value instanceof Integer number && number >= least && number <= most,
                false);
    }

    /** Makes a field that is a text of at least one character. */
    public static Field text(String name, int longest) {
        return new Field(
                name,
                "a text of 1 to " + longest + " characters",
                value -> value instanceof String text && !text.isEmpty() && text.length() <= longest,
                false);
    }

    /** Makes a field that is a short text or a whole number. */
    public static Field textOrNumber(String name) {
        return new Field(
                name,
                "a text of 1 to 64 printable ASCII characters, or a whole number",
                value -> value instanceof Integer || (value instanceof String text && text.matches("[ -~]{1,64}")),
                false);
    }

    /** Makes a field that is one of these texts. */
    public static Field oneOf(String name, List<String> values) {
        return new Field(name, "one of " + values, values::contains, false);
    }

    /** Makes a field that is true or false. */
    public static Field flag(String name) {
        return new Field(name, "true or false", Boolean.class::isInstance, false);
    }

    /** A copy that may not be left out. */
    public Field mandatory() {
        return new Field(name, allowed, test, true);
    }

    /**
     * Checks the object's value of this field.
     *
     * @throws InvalidFieldException if the value is not allowed, or missing although it is required
     */
    public void check(Map<String, Object> fields) {
        @Nullable Object value = fields.get(name);
        if (value == null && required) {
            throw new InvalidFieldException(name, allowed, "is missing");
        }
        if (value != null && !test.test(value)) {
            throw new InvalidFieldException(name, allowed, "is something else");
        }
    }

    /**
     * Checks all values of an object.
     *
     * @param taker what takes these fields, for the message
     * @throws InvalidFieldException if a value is not allowed, missing although it is required, or of none of the
     *     fields
     */
    public static void checkAll(String taker, List<Field> fields, Map<String, Object> values) {
        List<String> names = fields.stream().map(Field::name).toList();
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw new InvalidFieldException(name, "left out: " + taker + " takes " + names, "is unknown");
            }
        }
        fields.forEach(field -> field.check(values));
    }
}
