package io.callport.app.endtoend;

import io.callport.app.Main;
import io.callport.tools.shell.Shell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line in this process, with one configuration. */
record CommandLineFixture(Path config, Map<String, String> environment) {
    /** The exit code and the printed text of a command. */
    record Ended(int code, String out, String err) {}

    Ended run(String... args) {
        return reading("", args);
    }

    Ended reading(String stdin, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--config=" + config);
        int code = Main.run(new Shell(in, print(out), print(err), environment::get), all.toArray(String[]::new));
        Ended ended = new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        System.out.print(ended.out() + ended.err()); // where the scan for secrets sees it
        return ended;
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
