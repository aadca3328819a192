package io.callport.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Everything that is logged on the way of a request, at any level, while it is open. */
final class CapturedLog implements AutoCloseable {
    private static final List<String> NAMES = List.of("io.callport.http", "feign", "com.fasterxml", "jdk", "java");

    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    static CapturedLog captured() {
        return new CapturedLog();
    }

    private CapturedLog() {
        appender.start();
        NAMES.forEach(name -> {
            logger(name).setLevel(Level.TRACE);
            logger(name).setAdditive(false);
            logger(name).addAppender(appender);
        });
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** What this adapter logged. */
    List<String> lines() {
        return List.copyOf(appender.list).stream()
                .filter(event -> event.getLoggerName().startsWith("io.callport.http"))
                .map(event -> event.getFormattedMessage() + fields(event))
                .toList();
    }

    private static String fields(ILoggingEvent event) {
        return event.getKeyValuePairs() == null
                ? ""
                : event.getKeyValuePairs().stream()
                        .map(it -> " " + it.key + "=" + it.value)
                        .collect(Collectors.joining());
    }

    /** All that anybody logged, exceptions included. */
    String everything() {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(appender.list)) {
            all.append(event).append(event.getThrowableProxy()).append('\n');
        }
        return all.toString();
    }

    @Override
    public void close() {
        System.out.print(everything()); // where the scan for secrets sees it
        NAMES.forEach(name -> {
            logger(name).detachAppender(appender);
            logger(name).setAdditive(true);
            logger(name).setLevel(null);
        });
    }
}
