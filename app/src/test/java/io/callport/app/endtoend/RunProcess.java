package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code callport run} as a separate process with the usual log format, at {@code DEBUG}. */
record RunProcess(Process process, Path output) implements AutoCloseable {
    private static final int WARNS_OF_UNSAFE = 24;

    /**
     * Starts one.
     *
     * @param name of the file below {@code target} that gets what it prints: the scan for secrets looks there
     */
    static RunProcess start(String name, Map<String, String> environment, String... options) throws IOException {
        Path output = Path.of("target", "run-" + name + ".log");
        Files.deleteIfExists(output);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) { // as the launcher does
            command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        }
        command.addAll(
                List.of("-Dlogback.configurationFile=logback.xml", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("io.callport.app.Main", "run"));
        command.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CALLPORT_LOG", "DEBUG");
        builder.environment().putAll(environment);
        return new RunProcess(builder.start(), output);
    }

    String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as("ended: " + printed())
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
