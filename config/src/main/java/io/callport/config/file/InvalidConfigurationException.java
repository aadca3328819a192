package io.callport.config.file;

import io.callport.config.yaml.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reports that a configuration is not usable. The exception has no cause: a cause's message could quote the file, and
 * so its secrets.
 */
public final class InvalidConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient List<Problem> warnings;

    /** Carries every problem and warning. */
    public InvalidConfigurationException(List<Problem> problems, List<Problem> warnings) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
        this.warnings = List.copyOf(warnings);
    }

    /** The problems of the file; at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** The warnings beside the problems. */
    public List<Problem> warnings() {
        return warnings;
    }
}
