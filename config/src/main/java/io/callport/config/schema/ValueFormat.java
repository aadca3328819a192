package io.callport.config.schema;

/**
 * The format of a single value.
 *
 * @param wanted the description of a right value, as it follows "must be": {@code a whole number from 1 to 100}
 * @param parser the parser of the value
 * @param textOnly whether a value that YAML reads as a number or a flag is refused: it could have lost a zero
 * @param <T> the type of the value
 */
public record ValueFormat<T>(String wanted, Parser<T> parser, boolean textOnly) {
    /**
     * Reads a value.
     *
     * @param <T> the type of the value
     */
    @FunctionalInterface
    public interface Parser<T> {
        /**
         * Reads a value.
         *
         * @throws IllegalArgumentException if it is not of this form; the message says what would be right, not what is
         *     there
         */
        T parse(String text);
    }

    /** A form that any scalar may have. */
    public static <T> ValueFormat<T> of(String wanted, Parser<T> parser) {
        return new ValueFormat<>(wanted, parser, false);
    }

    /** A copy of this format for values that must be text. */
    public ValueFormat<T> asText() {
        return new ValueFormat<>(wanted, parser, true);
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is not of this form; the message says what would be right, not what is
     *     there
     */
    public T read(String text) {
        return parser.parse(text);
    }
}
