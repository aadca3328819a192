package io.callport.query;

import java.util.Locale;

/**
 * Names the kind of an exception in words, as in {@code no such file}, for texts that people read: the name of a Java
 * class says nothing to them, and the exception's message may hold what must not be shown.
 */
public final class ExceptionKind {
    private ExceptionKind() {}

    /** The kind of an exception: its class name without package and without {@code Exception} or {@code Error}. */
    public static String of(Throwable failure) {
        return ofClass(failure.getClass().getSimpleName());
    }

    /** The kind that the simple name of an exception's class says. */
    public static String ofClass(String simpleName) {
        String words = simpleName
                .replaceFirst("(?:Exception|Error)$", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\bio\\b", "I/O");
        return words.isEmpty() ? "failure" : words;
    }
}
