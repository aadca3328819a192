package io.callport.app.cli;

import io.callport.config.yaml.Problem;
import io.callport.tools.shell.ExitCode;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the beginning and the end of {@code run} as lines of its log, so that all of stderr has one format. */
final class RunLog {
    static final String COMMAND = "run";

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private RunLog() {}

    /** Logs a warning about the configuration. */
    static void warn(Problem warning) {
        LOG.atWarn().addKeyValue("problem", warning).log("The configuration is doubtful");
    }

    /** Logs what is wrong, and what to do about the failure. */
    static void failed(int exitCode, List<String> lines) {
        lines.forEach(line -> LOG.atError()
                .addKeyValue("problem", line)
                .addKeyValue("exit-code", exitCode)
                .log("The service does not run"));
    }

    /**
     * Logs an exception that no thread caught, which the JVM would otherwise print in its own format. An {@link Error},
     * such as memory that is used up, ends the process at once: what is left of it cannot be trusted, and another
     * instance takes over.
     */
    static void uncaught(Thread thread, Throwable thrown) {
        if (thrown instanceof Error) {
            try {
                LOG.atError()
                        .setCause(thrown)
                        .addKeyValue("thread", thread.getName())
                        .addKeyValue("exit-code", ExitCode.ERROR)
                        .log("An error ends the process");
            } finally {
                Runtime.getRuntime().halt(ExitCode.ERROR);
            }
        }
        LOG.atError().setCause(thrown).addKeyValue("thread", thread.getName()).log("A thread ended by itself");
    }
}
