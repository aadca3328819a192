package io.callport.app.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintStream;
import org.slf4j.LoggerFactory;

/** The log events of {@code run} about its configuration and its end, printed as other commands print them. */
final class RunProblems extends AppenderBase<ILoggingEvent> {
    private final Logger logger = (Logger) LoggerFactory.getLogger(RunLog.class);
    private final PrintStream to;

    private RunProblems(PrintStream to) {
        this.to = to;
    }

    static RunProblems to(PrintStream to) {
        RunProblems problems = new RunProblems(to);
        problems.setContext(problems.logger.getLoggerContext());
        problems.start();
        problems.logger.addAppender(problems);
        return problems;
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.getKeyValuePairs().stream()
                .filter(field -> field.key.equals("problem"))
                .forEach(field -> to.println(field.value));
    }

    void close() {
        logger.detachAppender(this);
    }
}
