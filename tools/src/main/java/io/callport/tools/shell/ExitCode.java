package io.callport.tools.shell;

/** How a command ends. */
public final class ExitCode {
    /** It did what it was asked for. */
    public static final int DONE = 0;

    /** It tried and failed. */
    public static final int FAILED = 1;

    /** The command line or the configuration is wrong; nothing was tried. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
