package io.callport.tools.shell;

import io.callport.config.Configuration;
import io.callport.config.file.ConfigurationFile;
import io.callport.config.file.InvalidConfigurationException;
import io.callport.config.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The option {@code --config}, which reads the named file. */
public final class ConfigOption {
    @Option(names = "--config", paramLabel = "FILE", description = "The configuration; default: callport.yaml.")
    private Path file = Path.of("callport.yaml");

    public Path file() {
        return file;
    }

    /** Reads a configuration for commands that declare their own {@code --config}. */
    public static Configuration read(Path file, Shell shell) {
        ConfigOption option = new ConfigOption();
        option.file = file;
        return option.read(shell).configuration();
    }

    /** Reads the configuration and prints its warnings to stderr. */
    public ConfigurationFile read(Shell shell) {
        return read(shell, warning -> shell.err().println(warning(warning)));
    }

    /** Reads the configuration and passes its warnings to a consumer. */
    public ConfigurationFile read(Shell shell, Consumer<Problem> warnings) {
        try {
            ConfigurationFile read = ConfigurationFile.read(file, shell.environment());
            read.warnings().forEach(warnings);
            return read;
        } catch (InvalidConfigurationException e) {
            throw new CommandFailedException(ExitCode.USAGE, lines(e));
        }
    }

    private List<String> lines(InvalidConfigurationException e) {
        int count = e.problems().size();
        List<String> lines = new ArrayList<>();
        e.problems().forEach(problem -> lines.add(line(problem)));
        e.warnings().forEach(warning -> lines.add(warning(warning)));
        lines.add(
                count == 1
                        ? "There is 1 problem in " + file + "; correct it and try again."
                        : "There are " + count + " problems in " + file + "; correct them and try again.");
        return lines;
    }

    private String line(Problem problem) {
        return problem.key().isEmpty() ? file + " " + problem.text() : problem.toString();
    }

    private static String warning(Problem warning) {
        return "warning: " + warning;
    }
}
