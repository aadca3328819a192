package io.callport.observability.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes each event as one line of UTF-8, for {@code logback.xml}. No content of an event ends the line, begins a field
 * or reaches a terminal as a control character. Thread-safe after its start.
 */
public final class LineEncoder extends EncoderBase<ILoggingEvent> {
    private static final String FORMATS = "CALLPORT_LOG_FORMAT must be logfmt or json; logfmt is written";
    private static final String LEVELS = "CALLPORT_LOG must be ERROR, WARN, INFO or DEBUG; INFO is used";
    private static final String LIBRARY_LEVELS =
            "CALLPORT_LIBRARY_LOG must be ERROR, WARN, INFO, DEBUG or OFF; the default is used";

    private LineFormat format = LineFormat.LOGFMT;
    private final Map<String, String> complaints = new LinkedHashMap<>();

    /**
     * Sets the format of the lines: {@code logfmt} or {@code json}; with any other name, logfmt is written and the
     * first line says so.
     */
    public void setFormat(String name) {
        LineFormat named = LineFormat.named(name);
        format = named == null ? LineFormat.LOGFMT : named;
        complain(FORMATS, name, named != null);
    }

    /**
     * Checks the text of {@code CALLPORT_LOG}: if the text is no level, the first lines say so, and that INFO is used.
     */
    public void setLevel(String name) {
        complain(LEVELS, name, LogLevel.isKnown(name));
    }

    /**
     * Checks the text of {@code CALLPORT_LIBRARY_LOG}: if the text is no level, the first lines say so, and that the
     * default is used.
     */
    public void setLibraryLevel(String name) {
        complain(LIBRARY_LEVELS, name, LogLevel.isKnown(name));
    }

    private void complain(String what, String given, boolean known) {
        if (known || given.isEmpty()) {
            complaints.remove(what);
        } else {
            complaints.put(what, given);
        }
    }

    @Override
    public byte[] headerBytes() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        complaints.forEach((complaint, given) -> {
            LogFields fields = new LogFields();
            fields.head(Instant.now(), "WARN", "LineEncoder", complaint);
            fields.add("given", given);
            lines.writeBytes(bytes(fields));
        });
        return lines.toByteArray();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return bytes(LogFields.of(event));
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    private byte[] bytes(LogFields fields) {
        return format.line(fields).getBytes(StandardCharsets.UTF_8);
    }
}
