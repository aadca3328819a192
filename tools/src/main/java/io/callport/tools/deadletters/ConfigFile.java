package io.callport.tools.deadletters;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --config}. */
final class ConfigFile {
    @Option(names = "--config", paramLabel = "FILE", description = "The configuration; default: callport.yaml.")
    private Path file = Path.of("callport.yaml");

    Path file() {
        return file;
    }
}
