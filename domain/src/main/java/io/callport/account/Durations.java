package io.callport.account;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads durations as people write them: {@code 10s}, {@code 1m30s}, or in ISO 8601, as {@code PT10S}. */
public final class Durations {
    private static final Pattern UNITS = Pattern.compile(
            "(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9})ms)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO = Pattern.compile("[-+]?P.*", Pattern.CASE_INSENSITIVE);

    private Durations() {}

    /**
     * Reads numbers with the units {@code d}, {@code h}, {@code m} (minutes), {@code s} and {@code ms}, from the
     * largest to the smallest, of which only seconds have decimals; or an ISO-8601 duration. No unit has a default.
     *
     * @throws IllegalArgumentException if the text is neither, or negative; the message says what would be right, not
     *     what is there
     */
    public static Duration parse(String text) {
        try {
            Duration duration = ISO.matcher(text).matches() ? Duration.parse(text) : ofUnits(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(wanted(), e);
        }
        throw new IllegalArgumentException(wanted());
    }

    private static Duration ofUnits(String text) {
        Matcher parts = UNITS.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            throw new IllegalArgumentException(wanted());
        }
        String seconds = parts.group(4) == null ? "0" : parts.group(4);
        return Duration.parse("PT" + seconds + "S")
                .plusDays(number(parts.group(1)))
                .plusHours(number(parts.group(2)))
                .plusMinutes(number(parts.group(3)))
                .plusMillis(number(parts.group(5)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static String wanted() {
        return "must be a duration, as in 500ms, 10s, 5m, 1h or PT1M30S";
    }
}
