package io.callport.app.endtoend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.callport.observability.log.LineEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** The text of each event that Callport would write to stderr at {@code DEBUG}, as it is encoded. */
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger callport = (Logger) LoggerFactory.getLogger("io.callport");
    private final Level before = callport.getLevel();
    private final LineEncoder encoder = new LineEncoder();
    private final List<String> texts = new CopyOnWriteArrayList<>();

    static CapturedLog begin(String format) {
        CapturedLog lines = new CapturedLog();
        lines.encoder.setFormat(format);
        lines.setContext(lines.callport.getLoggerContext());
        lines.start();
        lines.callport.addAppender(lines);
        lines.callport.setAdditive(false);
        lines.callport.setLevel(Level.DEBUG);
        return lines;
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    @Override
    protected void append(ILoggingEvent event) {
        texts.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        texts.forEach(System.out::print); // where the scan for secrets sees it
        callport.setLevel(before);
        callport.setAdditive(true);
        callport.detachAppender(this);
    }
}
