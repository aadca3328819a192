package io.callport.sandbox.fault;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A field that a kind of fault takes. */
record FaultField(String name, String allowed, Predicate<Object> test, boolean required) {

    static FaultField number(String name, int least, int most) {
        return new FaultField(
                name,
                "a whole number from " + least + " to " + most,
                value -> value instanceof Integer number && number >= least && number <= most,
                false);
    }

    static FaultField text(String name, int longest) {
        return new FaultField(
                name,
                "a text of 1 to " + longest + " characters",
                value -> value instanceof String text && !text.isEmpty() && text.length() <= longest,
                false);
    }

    static FaultField textOrNumber(String name) {
        return new FaultField(
                name,
                "a text of 1 to 64 printable ASCII characters, or a whole number",
                value -> value instanceof Integer || (value instanceof String text && text.matches("[ -~]{1,64}")),
                false);
    }

    static FaultField oneOf(String name, List<String> values) {
        return new FaultField(name, "one of " + values, values::contains, false);
    }

    FaultField mandatory() {
        return new FaultField(name, allowed, test, true);
    }

    void check(Map<String, Object> fields) {
        @Nullable Object value = fields.get(name);
        if (value == null && required) {
            throw new InvalidFaultException(name, allowed, "is missing");
        }
        if (value != null && !test.test(value)) {
            throw new InvalidFaultException(name, allowed, "is something else");
        }
    }
}
