package io.callport.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes each event as one line of UTF-8, for {@code logback.xml}. Whatever is in an event, it neither ends the line, nor begins
 * a field, nor reaches a terminal as a control character. Thread-safe once it is started.
 */
public final class LineEncoder extends EncoderBase<ILoggingEvent> {
    private LineFormat format = LineFormat.LOGFMT;
    private String unknown = "";

    /** Sets the format: {@code logfmt} or {@code json}; with anything else, logfmt is written and the first line says so. */
    public void setFormat(String name) {
        LineFormat named = LineFormat.named(name);
        format = named == null ? LineFormat.LOGFMT : named;
        unknown = named == null ? name : "";
    }

    @Override
    public byte[] headerBytes() {
        if (unknown.isEmpty()) {
            return new byte[0];
        }
        Fields fields = new Fields();
        fields.head(
                Instant.now(), "WARN", "LineEncoder", "CALLPORT_LOG_FORMAT must be logfmt or json; logfmt is written");
        fields.add("given", unknown);
        return bytes(fields);
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return bytes(Fields.of(event));
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    private byte[] bytes(Fields fields) {
        return format.line(fields).getBytes(StandardCharsets.UTF_8);
    }
}
