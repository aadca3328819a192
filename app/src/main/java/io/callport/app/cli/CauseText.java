package io.callport.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Writes an exception and its causes on one line. */
final class CauseText {
    private static final int MOST = 4;

    private CauseText() {}

    static String of(Throwable failure) {
        List<String> causes = new ArrayList<>();
        Throwable current = failure;
        while (current != null && causes.size() < MOST) {
            if (!(current instanceof CompletionException) && !(current instanceof ExecutionException)) {
                causes.add(one(current));
            }
            current = current.getCause();
        }
        return String.join(", because of ", causes).replaceAll("\\s*\\R\\s*", " ");
    }

    private static String one(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + " (" + failure.getMessage() + ")";
    }
}
