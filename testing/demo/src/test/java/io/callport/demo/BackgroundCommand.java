package io.callport.demo;

import io.callport.tools.shell.Shell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * A command of {@code ./callport} that runs in a thread of this process, where an interrupt stops it as Ctrl-C would.
 */
final class BackgroundCommand {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final Thread thread;

    BackgroundCommand(String input, String... args) {
        Shell shell = new Shell(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                name -> null);
        thread = new Thread(() -> run(shell, args), args[0]);
        thread.start();
    }

    private void run(Shell shell, String... args) {
        int ended = Main.run(shell, args);
        System.out.print(out() + err()); // kept for the secret scan
        code.complete(ended);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** The exit code, once the command has ended. */
    int code() {
        return code.join();
    }

    /** Stops the command and waits until it has ended. */
    void stop() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
