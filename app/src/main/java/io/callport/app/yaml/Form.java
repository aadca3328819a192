package io.callport.app.yaml;

/**
 * How a single value is written.
 *
 * @param <T> what it means
 */
@FunctionalInterface
public interface Form<T> {
    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is not of this form; the message says what would be right, not what is there
     */
    T read(String text);
}
