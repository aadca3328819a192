package io.callport.config.schema;

/**
 * The effect of leaving a key out.
 *
 * @param kind whether the key may be left out
 * @param text the default, as it would be written; or what to do about it; or what holds then, in words
 * @param example a value, as it would be written; for a default, the same
 */
public record WhenAbsent(Kind kind, String text, String example) {
    /** Whether a key may be left out. */
    public enum Kind {
        /** The key has a default. */
        DEFAULT,
        /** The key may be left out; no value holds then. */
        OPTIONAL,
        /** A missing key is a problem. */
        REQUIRED
    }

    /** The text of the reference. */
    String documented() {
        return switch (kind) {
            case DEFAULT -> "`" + text + "`";
            case OPTIONAL -> text;
            case REQUIRED -> "required";
        };
    }
}
