package io.callport.config.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in a YAML file. */
sealed interface YamlValue {
    /** The kind of the value, in words, without showing it. */
    String shape();

    /** Keys with values, in the file's order. */
    record Mapping(Map<String, YamlValue> entries) implements YamlValue {
        @Override
        public String shape() {
            return "a mapping of keys";
        }
    }

    /** A list of values. */
    record Sequence(List<YamlValue> items) implements YamlValue {
        @Override
        public String shape() {
            return "a list";
        }
    }

    /**
     * A single value, as it is written, or with its placeholders filled.
     *
     * @param literal whether the value stands in the file itself
     * @param file the file whose content the value is; {@code null} if it is not one file's content alone
     */
    record Scalar(
            String text,
            Kind kind,
            boolean literal,
            @Nullable String file) implements YamlValue {
        /** A value that stands in the file itself. */
        Scalar(String text, Kind kind) {
            this(text, kind, true, null);
        }

        @Override
        public String shape() {
            return switch (kind) {
                case TEXT -> text.isEmpty() ? "empty" : "text of " + text.length() + " characters";
                case NUMBER -> "another number";
                case FLAG -> "true or false";
                case NOTHING, BROKEN -> "nothing";
            };
        }

        /** The shape, never the text. */
        @Override
        public String toString() {
            return "Scalar[" + shape() + "]";
        }
    }

    /** The type that YAML reads a scalar as. */
    enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        NOTHING,
        /** A value whose problem was added already. */
        BROKEN
    }
}
