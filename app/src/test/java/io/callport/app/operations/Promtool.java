package io.callport.app.operations;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Prometheus's own check of pages and rules. With {@code CALLPORT_CI=true} a missing tool is a failure. */
final class Promtool {
    private final String command;

    private Promtool(String command) {
        this.command = command;
    }

    /**
     * The exit code and the output of a run.
     *
     * @param code 0 if all is well
     * @param output all of it
     */
    record Verdict(int code, String output) {}

    /** The one that {@code .ci/promtool} found, or the one on the path; without either, the test is not run. */
    static Promtool find() {
        String found = System.getenv("CALLPORT_PROMTOOL");
        if (found != null) {
            return new Promtool(found);
        }
        boolean onPath = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "promtool")));
        if (!onPath) {
            String why =
                    "There is no promtool: set CALLPORT_PROMTOOL=$(.ci/promtool), or install Debian's package prometheus";
            return Boolean.parseBoolean(System.getenv("CALLPORT_CI")) ? fail(why) : abort(why);
        }
        return new Promtool("promtool");
    }

    Verdict run(String input, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(arguments));
        try {
            Path in = Files.createTempFile("promtool", ".in");
            Files.writeString(in, input);
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectInput(in.toFile())
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            Files.delete(in);
            return new Verdict(code, output);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
