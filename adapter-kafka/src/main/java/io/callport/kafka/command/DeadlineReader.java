package io.callport.kafka.command;

import io.callport.kafka.settings.DeadlineSettings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command's deadline. The deadline counts from the record's timestamp, so that a restart renews no deadline.
 */
final class DeadlineReader {
    private final DeadlineSettings settings;

    DeadlineReader(DeadlineSettings settings) {
        this.settings = settings;
    }

    /** A record's timestamp; a missing or future timestamp counts as now. */
    static Instant timestamp(long millis, Instant now) {
        Instant timestamp = millis < 0 ? now : Instant.ofEpochMilli(millis);
        return timestamp.isAfter(now) ? now : timestamp;
    }

    /** The deadline that the command names, at most the maximum; the default if the command names none. */
    Instant read(CommandBody body, EventAttributes attributes, Instant timestamp) throws InvalidCommandException {
        String header = attributes.values().get("expirytime");
        Instant named = header != null ? parse("ce_expirytime", header) : parse("expiresAt", body.text("expiresAt"));
        if (named == null) {
            return timestamp.plus(settings.byDefault());
        }
        boolean tooLate = Duration.between(timestamp, named).compareTo(settings.max()) > 0;
        return tooLate ? timestamp.plus(settings.max()) : named;
    }

    private static @Nullable Instant parse(String field, @Nullable String text) throws InvalidCommandException {
        if (text == null) {
            return null;
        }
        Instant usual = UtcTime.read(text);
        try {
            return usual == null ? OffsetDateTime.parse(text).toInstant() : usual;
        } catch (DateTimeException e) {
            throw new InvalidCommandException(field + ": must be an RFC 3339 time, as in 2026-11-20T12:00:00Z");
        }
    }
}
