package io.callport.demo;

import io.callport.tools.shell.Shell;
import java.util.Set;

/** Keeps the embedded broker's log off the screen, unless the user asked for a log. */
final class BrokerLog {
    private static final String LEVEL = "CALLPORT_LOG";

    private static final String LIBRARY_LEVEL = "CALLPORT_LIBRARY_LOG";
    private static final Set<String> LOCAL = Set.of("demo", "sandbox");

    private BrokerLog() {}

    /** Switches the log off. Must run before the first logger is made: {@code logback.xml} reads the setting once. */
    static void unlessConfigured(Shell shell, String... args) {
        boolean local = args.length > 0 && LOCAL.contains(args[0]);
        if (local && shell.environment().apply(LEVEL) == null) {
            System.setProperty(LEVEL, "ERROR");
            System.setProperty(LIBRARY_LEVEL, "ERROR");
        }
    }
}
