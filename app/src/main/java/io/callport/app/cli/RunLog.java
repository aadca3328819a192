package io.callport.app.cli;

import io.callport.config.yaml.Problem;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code run} says of its beginning and end: lines of its log, so that all of stderr has one format. */
final class RunLog {
    static final String COMMAND = "run";

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private RunLog() {}

    /** What is doubtful about the configuration. */
    static void warn(Problem warning) {
        LOG.atWarn().addKeyValue("problem", warning).log("The configuration is doubtful");
    }

    /** What is wrong, and what to do. */
    static void failed(int exitCode, List<String> lines) {
        lines.forEach(line -> LOG.atError()
                .addKeyValue("problem", line)
                .addKeyValue("exit-code", exitCode)
                .log("The service does not run"));
    }

    /** What no thread expected would otherwise be printed as the JVM does. */
    static void uncaught(Thread thread, Throwable thrown) {
        LOG.atError().setCause(thrown).addKeyValue("thread", thread.getName()).log("A thread ended by itself");
    }
}
