package io.callport.demo;

import io.callport.tools.shell.LibraryLog;
import io.callport.tools.shell.Shell;

/** Runs Callport's command line with {@code demo} and {@code sandbox} added to it. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code: 0 done, 1 failed, 2 usage or configuration. */
    public static void main(String[] args) {
        Shell shell = Shell.ofProcess();
        BrokerLog.unlessConfigured(shell, args);
        LibraryLog.quietForTools(shell, args);
        System.exit(run(shell, args));
    }

    static int run(Shell shell, String... args) {
        return io.callport.app.Main.run(shell, args, new DemoCommand(shell), new SandboxCommand(shell));
    }
}
