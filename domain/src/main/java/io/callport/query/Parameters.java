package io.callport.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the parameters of a query, so that a query that exists is valid. Each failure is an
 * {@link IllegalArgumentException} whose message is {@code name: what it must be}, never the value.
 */
public final class Parameters {
    private static final int MAX_LENGTH = 256;

    private Parameters() {}

    /** Requires a text that is not blank, of at most 256 characters. */
    public static void requireText(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException(name + ": is required");
        }
        requireTextIfAny(name, value);
    }

    /** Requires a text that may be absent to be valid where it is given. */
    public static void requireTextIfAny(String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + ": must not be blank");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    name + ": must have at most " + MAX_LENGTH + " characters, but has " + value.length());
        }
    }

    /** Requires a value of any type to be present. */
    public static void requireGiven(String name, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(name + ": is required");
        }
    }

    /** Requires a number between two bounds, both included; the number may be absent. */
    public static void requireBetween(String name, @Nullable Number value, long least, long most) {
        if (value != null && (value.longValue() < least || value.longValue() > most)) {
            throw new IllegalArgumentException(
                    name + ": must be " + least + " to " + most + ", but is " + value.longValue());
        }
    }

    /** Requires a number that is at least a bound; the number may be absent. */
    public static void requireAtLeast(String name, @Nullable Number value, long least) {
        if (value != null && value.longValue() < least) {
            throw new IllegalArgumentException(name + ": must be at least " + least + ", but is " + value.longValue());
        }
    }

    /** Requires that the first value is not after the second; each may be absent. */
    public static <T extends Comparable<? super T>> void requireOrder(
            String first, @Nullable T from, String second, @Nullable T to) {
        if (from != null && to != null && from.compareTo(to) > 0) {
            throw new IllegalArgumentException(first + ": must not be after " + second);
        }
    }

    /** The value, or the other value if the first is absent. */
    public static <T> T orElse(@Nullable T value, T other) {
        return value == null ? other : value;
    }

    /** Requires a page of at least 1, with at least 1 element. */
    public static void requirePage(int page, int size) {
        requirePage(page, size, Integer.MAX_VALUE);
    }

    /** Requires a page of at least 1, with 1 to {@code mostSize} elements. */
    public static void requirePage(int page, int size, int mostSize) {
        requireAtLeast("page", page, 1);
        requireBetween("size", size, 1, mostSize);
    }

    /** Requires a list of 1 to {@code most} texts, each valid by {@link #requireText}. */
    public static void requireTexts(String name, @Nullable List<@Nullable String> values, int most) {
        requireGiven(name, values);
        List<@Nullable String> texts = listOrNone(values);
        if (texts.isEmpty() || texts.size() > most) {
            throw new IllegalArgumentException(
                    name + ": must have 1 to " + most + " elements, but has " + texts.size());
        }
        requireEach(name, texts);
    }

    /**
     * A copy of a list of texts, each as {@link #requireText} wants it; it may be absent, which is as good as empty.
     */
    public static List<String> copyTexts(String name, @Nullable List<String> values) {
        List<String> texts = copy(name, values);
        requireEach(name, texts);
        return texts;
    }

    /** A copy of a list that may be absent; what is absent in it is refused. */
    public static <T> List<T> copy(String name, @Nullable List<T> values) {
        try {
            return values == null ? List.of() : List.copyOf(values);
        } catch (NullPointerException e) {
            throw new IllegalArgumentException(name + ": must not have null among its elements", e);
        }
    }

    private static void requireEach(String name, List<? extends @Nullable String> values) {
        for (int i = 0; i < values.size(); i++) {
            requireText(name + "[" + i + "]", values.get(i));
        }
    }

    private static <T> List<@Nullable T> listOrNone(@Nullable List<@Nullable T> values) {
        return values == null ? List.of() : values;
    }
}
