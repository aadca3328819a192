package io.callport.tools.shell;

import java.util.Set;

/**
 * Quiets the log of libraries, so that the repeated lines of Kafka's clients do not bury the one sentence of a failing
 * command, unless the user sets a level.
 */
public final class LibraryLog {
    private static final String LEVEL = "CALLPORT_LIBRARY_LOG";
    private static final Set<String> TOOLS = Set.of("check", "dead-letters", "query", "send", "state");

    private LibraryLog() {}

    /**
     * Sets the level of the libraries for a tool. The call must come before the first logger is made, because
     * {@code logback.xml} reads the level once.
     */
    public static void quietForTools(Shell shell, String... args) {
        boolean tool = args.length > 0 && TOOLS.contains(args[0]);
        if (tool && shell.environment().apply(LEVEL) == null && System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, "ERROR");
        }
    }
}
