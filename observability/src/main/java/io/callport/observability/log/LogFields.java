package io.callport.observability.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** The fields of a log line, in order and with distinct names. One thread owns an instance. */
final class LogFields {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^A-Za-z0-9_.-]");

    private final Map<String, Object> values = new LinkedHashMap<>();

    static LogFields of(ILoggingEvent event) {
        LogFields fields = new LogFields();
        String logger = event.getLoggerName();
        fields.head(
                event.getInstant() == null ? Instant.ofEpochMilli(event.getTimeStamp()) : event.getInstant(),
                event.getLevel().toString(),
                logger.substring(logger.lastIndexOf('.') + 1),
                event.getFormattedMessage());
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                fields.add(pair.key, pair.value);
            }
        }
        event.getMDCPropertyMap().forEach(fields::add);
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            fields.add("exception", ThrowableProxyUtil.asString(thrown).strip());
        }
        return fields;
    }

    void head(Instant time, String level, String logger, @Nullable String message) {
        values.put("time", TIME.format(time));
        values.put("level", level);
        values.put("logger", logger);
        values.put("message", String.valueOf(message).strip());
    }

    /** Adds a field; where the name is taken, underscores are appended to it. */
    void add(String name, @Nullable Object value) {
        String wanted = NOT_OF_A_NAME.matcher(name).replaceAll("_");
        String free = wanted.isEmpty() ? "_" : wanted;
        while (values.containsKey(free)) {
            free += "_";
        }
        boolean plain = value instanceof Integer
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof Duration;
        values.put(free, plain ? value : String.valueOf(value));
    }

    /** The values by name: each an {@code Integer}, a {@code Long}, a {@code Boolean}, a {@code Duration} or text. */
    Map<String, Object> values() {
        return values;
    }
}
