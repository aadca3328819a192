package io.callport.config.schema;

import io.callport.config.schema.WhenAbsent.Kind;

/**
 * A name with a single value.
 *
 * @param name the name
 * @param format the format of the value
 * @param absence the default, in words
 * @param meaning the purpose of the key
 * @param <T> the type of the value
 */
public record Key<T>(String name, ValueFormat<T> format, WhenAbsent absence, String meaning) implements SchemaEntry {
    /** A key with a default, which is written in the key's own form. */
    public static <T> Key<T> with(String name, ValueFormat<T> format, Object byDefault, String meaning) {
        String text = String.valueOf(byDefault);
        return new Key<>(name, format, new WhenAbsent(Kind.DEFAULT, text, text), meaning);
    }

    /** A key that may be left out; {@code otherwise} says in words what holds then. */
    public static <T> Key<T> optional(
            String name, ValueFormat<T> format, String otherwise, String example, String meaning) {
        return new Key<>(name, format, new WhenAbsent(Kind.OPTIONAL, otherwise, example), meaning);
    }

    /** A key that must be there; {@code remedy} says what to do where it is not. */
    public static <T> Key<T> required(
            String name, ValueFormat<T> format, String remedy, String example, String meaning) {
        return new Key<>(name, format, new WhenAbsent(Kind.REQUIRED, remedy, example), meaning);
    }

    /**
     * The default.
     *
     * @throws IllegalStateException if the key has no default
     */
    public T byDefault() {
        if (absence.kind() != Kind.DEFAULT) {
            throw new IllegalStateException(name + " has no default");
        }
        return format.read(absence.text());
    }

    /** Whether the key must be present. */
    public boolean isRequired() {
        return absence.kind() == Kind.REQUIRED;
    }
}
