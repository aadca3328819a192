package io.callport.kafka.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes times of the form that nearly every client writes, {@code 2026-11-20T12:00:00Z} with up to nine
 * digits of a fraction. {@link java.time.OffsetDateTime#parse(CharSequence)} reads the same and more, but takes a tenth
 * of the loop's time for it.
 */
public final class UtcTime {
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int MAX_FRACTION_DIGITS = 9;

    /** The years that have four digits. */
    private static final long FIRST_SECOND = LocalDateTime.of(0, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

    private static final long LAST_SECOND =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);

    private UtcTime() {}

    /** The time; {@code null} for any other form, and for what is no time. */
    static @Nullable Instant read(String text) {
        int fraction = text.length() - FORM.length() - 2; // without the point and the Z
        boolean form = fraction == -1
                || (fraction > 0 && fraction <= MAX_FRACTION_DIGITS && text.charAt(FORM.length()) == '.');
        if (!form || text.charAt(text.length() - 1) != 'Z' || !begins(text)) {
            return null;
        }
        int nanos = fraction <= 0 ? 0 : number(text, FORM.length() + 1, fraction);
        for (int digits = Math.max(fraction, 0); digits < MAX_FRACTION_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos < 0 ? null : at(text, nanos);
    }

    /** The time as {@link Instant#toString} writes it, which takes several times as long. */
    public static String text(Instant time) {
        long seconds = time.getEpochSecond();
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            return time.toString();
        }
        LocalDateTime utc = LocalDateTime.ofEpochSecond(seconds, time.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(FORM.length() + MAX_FRACTION_DIGITS + 2);
        append(text, utc.getYear(), 4);
        append(text.append('-'), utc.getMonthValue(), 2);
        append(text.append('-'), utc.getDayOfMonth(), 2);
        append(text.append('T'), utc.getHour(), 2);
        append(text.append(':'), utc.getMinute(), 2);
        append(text.append(':'), utc.getSecond(), 2);
        appendFraction(text, time.getNano());
        return text.append('Z').toString();
    }

    /** Writes as many digits as are needed: milliseconds, microseconds or nanoseconds. */
    private static void appendFraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        if (nanos % 1_000_000 == 0) {
            append(text, nanos / 1_000_000, 3);
        } else if (nanos % 1_000 == 0) {
            append(text, nanos / 1_000, 6);
        } else {
            append(text, nanos, MAX_FRACTION_DIGITS);
        }
    }

    private static void append(StringBuilder text, int number, int digits) {
        int from = text.length();
        text.setLength(from + digits);
        int rest = number;
        for (int i = from + digits - 1; i >= from; i--) {
            text.setCharAt(i, (char) ('0' + rest % 10));
            rest /= 10;
        }
    }

    private static boolean begins(String text) {
        for (int i = 0; i < FORM.length(); i++) {
            boolean digit = FORM.charAt(i) == '0';
            if (digit ? !isDigit(text.charAt(i)) : text.charAt(i) != FORM.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Instant at(String text, int nanos) {
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 2),
                            number(text, 8, 2),
                            number(text, 11, 2),
                            number(text, 14, 2),
                            number(text, 17, 2),
                            nanos)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The number of some digits; a negative one if another character is among them. */
    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
