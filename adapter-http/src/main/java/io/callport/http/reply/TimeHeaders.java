package io.callport.http.reply;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times in a response's headers: {@code Date}, and {@code Retry-After} (RFC 9110, 10.2.3). */
final class TimeHeaders {
    /** The longest wait that a vendor may ask for: one mistyped header must not stop an account for a day. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

    private TimeHeaders() {}

    /** An HTTP date, as in {@code Sun, 06 Nov 1994 08:49:37 GMT}; {@code null} if there is none or it is of another form. */
    static @Nullable Instant date(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * How long to wait, from 0 to 1 hour, by a header of seconds or an HTTP date; {@code null} if there is no header that reads
     * as either.
     */
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        if (SECONDS.matcher(header).matches()) {
            return bounded(Duration.ofSeconds(Long.parseLong(header)));
        }
        Instant until = date(header);
        return until == null ? null : bounded(Duration.between(now, until));
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
