package io.callport.config.schema;

/**
 * What holds where a key is left out.
 *
 * @param kind whether that is allowed
 * @param text the default, as it would be written; or what to do about it; or what holds then, in words
 * @param example a value, as it would be written; for a default, the same
 */
public record WhenAbsent(Kind kind, String text, String example) {
    /** Whether a key may be left out. */
    public enum Kind {
        /** It may: there is a default. */
        DEFAULT,
        /** It may: what holds then is no value. */
        OPTIONAL,
        PROBLEM
    }

    /** As it is told in the reference. */
    String told() {
        return switch (kind) {
            case DEFAULT -> "`" + text + "`";
            case OPTIONAL -> text;
            case PROBLEM -> "required";
        };
    }
}
