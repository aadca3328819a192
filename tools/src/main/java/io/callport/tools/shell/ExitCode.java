package io.callport.tools.shell;

/** The exit codes of a command. */
public final class ExitCode {
    /** The command did its work. */
    public static final int DONE = 0;

    /** The command tried and failed. */
    public static final int FAILED = 1;

    /** The command line or the configuration is wrong; nothing was tried. */
    public static final int USAGE = 2;

    /** An error, such as memory that is used up, ended the process at once. */
    public static final int ERROR = 3;

    private ExitCode() {}
}
