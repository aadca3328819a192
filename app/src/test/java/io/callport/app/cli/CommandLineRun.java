package io.callport.app.cli;

import io.callport.app.Main;
import io.callport.tools.shell.Shell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Calls the command line in this process, and keeps the printed text. */
final class CommandLineRun {
    private final Map<String, String> environment = new HashMap<>();
    private byte[] input = {};
    private boolean scanned = true;

    /** The exit code and the printed text of a command. */
    record Ended(int code, String out, String err) {
        String all() {
            return out + err;
        }
    }

    CommandLineRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CommandLineRun reading(String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Keeps the output from the scan for secrets, for a command that is asked to show them. */
    CommandLineRun showingSecrets() {
        scanned = false;
        return this;
    }

    Ended run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(new ByteArrayInputStream(input), stream(out), stream(err), environment::get);
        int code;
        RunProblems problems = RunProblems.to(stream(err));
        try {
            code = Main.run(shell, args);
        } finally {
            problems.close();
        }
        Ended ended = new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        if (scanned) {
            System.out.print(ended.all()); // where the scan for secrets sees it
        }
        return ended;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
