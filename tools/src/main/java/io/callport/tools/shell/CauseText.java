package io.callport.tools.shell;

import io.callport.query.ExceptionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes an exception and its causes on one line, in words: no class of Java's is shown. */
public final class CauseText {
    private static final int MAX = 4;
    private static final Pattern CLASS_NAME =
            Pattern.compile("(?:[a-z]\\w*\\.){2,}(?:[A-Z]\\w*\\$)*([A-Z]\\w*(?:Exception|Error))\\b");
    private static final Pattern PREFIX = Pattern.compile("^" + CLASS_NAME.pattern() + ": ");

    /** Words that say nothing where the exception has a message. */
    private static final Set<String> EMPTY =
            Set.of("failure", "runtime", "illegal state", "illegal argument", "kafka", "unchecked I/O", "I/O");

    private CauseText() {}

    /** The exception and at most three of its causes. */
    public static String of(Throwable failure) {
        List<String> causes = new ArrayList<>();
        Throwable current = failure;
        while (current != null && causes.size() < MAX) {
            if (!(current instanceof CompletionException) && !(current instanceof ExecutionException)) {
                causes.add(one(current));
            }
            current = current.getCause();
        }
        return String.join(", because of ", causes).replaceAll("\\s*\\R\\s*", " ");
    }

    private static String one(Throwable failure) {
        String kind = ExceptionKind.of(failure);
        String message = String.valueOf(failure.getMessage());
        boolean repeated =
                failure.getCause() != null && message.equals(failure.getCause().toString());
        if (failure.getMessage() == null || message.isBlank() || repeated) {
            return kind;
        }
        String text = withoutClasses(message);
        return EMPTY.contains(kind) ? text : kind + " (" + text + ")";
    }

    private static String withoutClasses(String message) {
        return CLASS_NAME
                .matcher(PREFIX.matcher(message).replaceFirst(""))
                .replaceAll(name -> Matcher.quoteReplacement(ExceptionKind.ofClass(name.group(1))));
    }
}
