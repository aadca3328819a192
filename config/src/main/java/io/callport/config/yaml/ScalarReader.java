package io.callport.config.yaml;

import io.callport.config.schema.ValueFormat;
import io.callport.config.yaml.YamlValue.Kind;
import io.callport.config.yaml.YamlValue.Scalar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a single value in a format, or adds a problem if the value is not in that format. */
record ScalarReader<T>(ValueFormat<T> format, Problems problems) {
    @Nullable
    T read(String path, YamlValue node) {
        if (!(node instanceof Scalar scalar)) {
            problems.add(path, "must be a single value, but is " + node.shape());
            return null;
        }
        if (scalar.kind() == Kind.NOTHING) {
            problems.add(path, "has no value; give it one or remove the key");
        }
        if (format.textOnly() && (scalar.kind() == Kind.NUMBER || scalar.kind() == Kind.FLAG)) {
            String read = scalar.kind().name().toLowerCase(Locale.ROOT);
            problems.add(path, "YAML does not read this as text but as a " + read + "; quote it");
            return null;
        }
        return scalar.kind() == Kind.NOTHING || scalar.kind() == Kind.BROKEN ? null : parsed(path, scalar);
    }

    private @Nullable T parsed(String path, Scalar scalar) {
        try {
            return format.read(scalar.text());
        } catch (IllegalArgumentException e) {
            problems.add(path, withShape(String.valueOf(e.getMessage()), scalar));
            return null;
        }
    }

    private static String withShape(String message, Scalar scalar) {
        boolean said = message.contains(", but ") || message.contains("empty");
        return said ? message : message + ", but is " + scalar.shape();
    }
}
