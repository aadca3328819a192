package io.callport.app.endtoend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** All log events of the service, Kafka's clients and the broker in this JVM, from {@code INFO} up. */
final class CapturedOutput extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger kafka = (Logger) LoggerFactory.getLogger("org.apache.kafka");
    private final Level before = kafka.getLevel();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    static CapturedOutput begin() {
        CapturedOutput log = new CapturedOutput();
        log.setContext(log.root.getLoggerContext());
        log.start();
        log.root.addAppender(log);
        log.kafka.addAppender(log);
        log.kafka.setAdditive(false); // else the console gets it too
        log.kafka.setLevel(Level.INFO);
        return log;
    }

    String all() {
        return String.join("\n", lines);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getKeyValuePairs());
        if (event.getThrowableProxy() != null) {
            lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    @Override
    public void close() {
        System.out.println(all()); // where the scan for secrets sees it
        kafka.setLevel(before);
        kafka.setAdditive(true);
        kafka.detachAppender(this);
        root.detachAppender(this);
    }
}
