package io.callport.tools.shell;

import java.util.List;

/**
 * Ends a command: what is wrong, then what to do about it, one line each. It has no cause: a cause's message could hold what
 * must not be shown.
 */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient List<String> lines;

    /** Ends a command with that {@link ExitCode} and those lines. */
    public CommandFailedException(int exitCode, List<String> lines) {
        super(String.join("\n", lines));
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    /** A command that tried and failed. */
    public static CommandFailedException failed(String what, String remedy) {
        return new CommandFailedException(ExitCode.FAILED, List.of(what, remedy));
    }

    /** A command that was called wrongly. */
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
