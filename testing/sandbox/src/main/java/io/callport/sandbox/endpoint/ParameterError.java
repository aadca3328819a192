package io.callport.sandbox.endpoint;

/**
 * What is wrong with a request's body.
 *
 * @param kind in which way
 * @param field the field
 */
public record ParameterError(Kind kind, String field) {
    /** The ways, as Callbot's code table tells them apart. */
    public enum Kind {
        /** A required field is not there. */
        MISSING,
        /** It is not of its type. */
        FORMAT,
        /** It is out of its bounds. */
        VALUE,
        /** It is a list with too many elements. */
        CAPACITY
    }

    /** As in {@code page: value}, for people. */
    @Override
    public String toString() {
        return field + ": " + kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
