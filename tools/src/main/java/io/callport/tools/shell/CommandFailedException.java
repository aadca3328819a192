package io.callport.tools.shell;

import java.util.List;

/**
 * Ends a command with one line that says what is wrong and one that says what to do. The exception has no cause,
 * because the message of a cause could hold text that must not be shown.
 */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient List<String> lines;

    /** Creates the exception from an {@link ExitCode} and the lines for people. */
    public CommandFailedException(int exitCode, List<String> lines) {
        super(String.join("\n", lines));
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    /** The exception of a command that tried and failed. */
    public static CommandFailedException failed(String what, String remedy) {
        return new CommandFailedException(ExitCode.FAILED, List.of(what, remedy));
    }

    /** The exception of a command that was called wrongly. */
    public static CommandFailedException usage(String what, String remedy) {
        return new CommandFailedException(ExitCode.USAGE, List.of(what, remedy));
    }

    /** The exit code of the process. */
    public int exitCode() {
        return exitCode;
    }

    /** The lines for people. */
    public List<String> lines() {
        return lines;
    }
}
