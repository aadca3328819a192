package io.callport.app;

import io.callport.app.cli.CallportCommandLine;
import io.callport.tools.shell.LibraryLog;
import io.callport.tools.shell.Shell;

/** Runs Callport's command line. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code: 0 done, 1 failed, 2 usage or configuration, 3 an error of the JVM. */
    public static void main(String[] args) {
        Shell shell = Shell.ofProcess();
        LibraryLog.quietForTools(shell, args);
        System.exit(run(shell, args));
    }

    /**
     * Runs one command and returns its exit code.
     *
     * @param shell the streams and the environment of the command
     * @param args the command line
     * @param moreCommands further commands: picocli's annotated objects
     */
    public static int run(Shell shell, String[] args, Object... moreCommands) {
        return CallportCommandLine.run(shell, args, moreCommands);
    }
}
