package io.callport.system.crash.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Checks that no process printed a secret, and that no process ended unexpectedly. */
public final class ProcessCheck {
    private ProcessCheck() {}

    /**
     * Checks the processes' output and ends.
     *
     * @param outputs the output of the processes
     * @param secrets the texts that the output must not contain
     * @param wrongEnds the unexpected ends of processes
     */
    public static CheckResult check(List<Path> outputs, Collection<String> secrets, List<String> wrongEnds) {
        List<String> evidence = new ArrayList<>(wrongEnds);
        int lines = 0;
        for (Path output : outputs) {
            lines += check(output, secrets, evidence);
        }
        return new CheckResult(
                "no secret printed, and every exit code 0 after SIGTERM",
                "outputs %d, lines %d, wrong ends %d, lines with a secret %d"
                        .formatted(outputs.size(), lines, wrongEnds.size(), evidence.size() - wrongEnds.size()),
                evidence);
    }

    private static int check(Path output, Collection<String> secrets, List<String> evidence) {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(output)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (secrets.stream().anyMatch(line::contains)) {
                    evidence.add(output.getFileName() + ", line " + number + ", has a secret");
                }
            }
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
