package io.callport.http.reply;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times in a response's headers: {@code Date}, and {@code Retry-After} (RFC 9110, 10.2.3). */
final class TimeHeaders {
    /** The longest wait that a vendor may ask for: one mistyped header must not stop an account for a day. */
    private static final Duration MAX = Duration.ofHours(1);

    /** Seconds as the RFC has them, and as they are seen: with a fraction, or with their unit. */
    private static final Pattern SECONDS =
            Pattern.compile("(\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40}) *(?:s|secs?|seconds?)?");

    private TimeHeaders() {}

    /**
     * An HTTP date, as in {@code Sun, 06 Nov 1994 08:49:37 GMT}; {@code null} if there is none or it is of no form that
     * is read.
     *
     * @param now the time near which a year of two digits lies
     */
    static @Nullable Instant date(@Nullable String header, Instant now) {
        return header == null ? null : HttpDate.parse(header.strip(), now);
    }

    /**
     * The time to wait, from 0 to 1 hour, by headers of seconds or of dates, and the longest of several; {@code null}
     * if there is no header that reads as either.
     */
    static @Nullable Duration retryAfter(List<String> headers, Instant now) {
        return headers.stream()
                .map(header -> retryAfter(header.strip(), now))
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .orElse(null);
    }

    private static @Nullable Duration retryAfter(String header, Instant now) {
        Matcher seconds = SECONDS.matcher(header);
        if (seconds.matches()) {
            return seconds(new BigDecimal(seconds.group(1)));
        }
        Instant until = HttpDate.parse(header, now);
        return until == null ? null : bounded(Duration.between(now, until));
    }

    private static Duration seconds(BigDecimal seconds) {
        return seconds.compareTo(BigDecimal.valueOf(MAX.toSeconds())) > 0
                ? MAX
                : Duration.ofNanos(seconds.movePointRight(9).longValue());
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(MAX) > 0 ? MAX : asked;
    }
}
