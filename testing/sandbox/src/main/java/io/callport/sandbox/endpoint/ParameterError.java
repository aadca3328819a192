package io.callport.sandbox.endpoint;

/**
 * An error in a request's body.
 *
 * @param kind the kind of error
 * @param field the field's name
 */
public record ParameterError(Kind kind, String field) {
    /** The kinds of error, as in Callbot's code table. */
    public enum Kind {
        /** A required field is not there. */
        MISSING,
        /** The field has another type. */
        FORMAT,
        /** The field is out of its bounds. */
        VALUE,
        /** The field is a list with too many elements. */
        CAPACITY
    }

    /** The error for people, as in {@code page: value}. */
    @Override
    public String toString() {
        return field + ": " + kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
