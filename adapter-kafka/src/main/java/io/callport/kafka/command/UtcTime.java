package io.callport.kafka.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads times of the form that nearly every client writes, {@code 2026-11-20T12:00:00Z} with up to nine digits of a
 * fraction. {@link java.time.OffsetDateTime#parse(CharSequence)} reads the same and more, but takes a tenth of the
 * loop's time for it.
 */
final class UtcTime {
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int MAX_FRACTION_DIGITS = 9;

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
