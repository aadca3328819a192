package io.callport.tools.shell;

import java.util.Set;

/** Keeps what Kafka's clients repeat from burying the one sentence of a command that fails, unless the user asked for it. */
public final class LibraryLog {
    private static final String LEVEL = "CALLPORT_LIBRARY_LOG";
    private static final Set<String> TOOLS = Set.of("check", "dead-letters", "query", "send");

    private LibraryLog() {}

    /** Must come before the first logger is made: {@code logback.xml} reads it once. */
    public static void quietForTools(Shell shell, String... args) {
        boolean tool = args.length > 0 && TOOLS.contains(args[0]);
        if (tool && shell.environment().apply(LEVEL) == null && System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, "ERROR");
        }
    }
}
