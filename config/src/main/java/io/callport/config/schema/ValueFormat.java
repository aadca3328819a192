package io.callport.config.schema;

/**
 * How a single value is written.
 *
 * @param wanted what is right, as it follows "must be": {@code a whole number from 1 to 100}
 * @param parser reads it
 * @param textOnly whether a value that YAML reads as a number or a flag is refused: it could have lost a zero
 * @param <T> what it means
 */
public record ValueFormat<T>(String wanted, Parser<T> parser, boolean textOnly) {
    /**
     * Reads a value.
     *
     * @param <T> what it means
     */
    @FunctionalInterface
    public interface Parser<T> {
        /**
         * Reads a value.
         *
         * @throws IllegalArgumentException if it is not of this form; the message says what would be right, not what is there
         */
        T parse(String text);
    }

    /** A form that any scalar may have. */
    public static <T> ValueFormat<T> of(String wanted, Parser<T> parser) {
        return new ValueFormat<>(wanted, parser, false);
    }

    /** The same for values that must be text. */
    public ValueFormat<T> asText() {
        return new ValueFormat<>(wanted, parser, true);
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is not of this form; the message says what would be right, not what is there
     */
    public T read(String text) {
        return parser.parse(text);
    }
}
