package io.callport.http.reply;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an HTTP date in the three forms that RFC 9110, 5.6.7, obliges recipients to accept, and what is seen beside
 * them: another zone than GMT, no day of the week or a wrong one, a time as ISO 8601 writes it.
 */
final class HttpDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Dates like {@code Sun, 06 Nov 1994 08:49:37 GMT} and {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:[A-Za-z]{3,9}, *)?(?<day>\\d{1,2})[ -](?<month>[A-Za-z]{3})[ -]"
                    + "(?<year>\\d{4}|\\d{2}) +(?<hour>\\d{1,2}):(?<minute>\\d{2}):(?<second>\\d{2})(?: *(?<zone>GMT|UTC|UT|Z|[+-]\\d{4}))?");

    /** Dates as C's {@code asctime} writes them: {@code Sun Nov 6 08:49:37 1994}. */
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "[A-Za-z]{3,9},? +(?<month>[A-Za-z]{3}) +(?<day>\\d{1,2}) +(?<hour>\\d{1,2}):(?<minute>\\d{2}):"
                    + "(?<second>\\d{2}) +(?:(?<zone>GMT|UTC) +)?(?<year>\\d{4})");

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:.{2,25}");

    /** A year of two digits that seems to be further ahead is one of the century before (RFC 9110, 5.6.7). */
    private static final int FURTHEST_AHEAD = 50;

    private HttpDate() {}

    /**
     * The time that a text says.
     *
     * @param now the time near which a year of two digits lies
     * @return {@code null} if the text is of another form
     */
    static @Nullable Instant parse(String text, Instant now) {
        try {
            for (Pattern form : List.of(DAY_FIRST, MONTH_FIRST)) {
                Matcher date = form.matcher(text);
                if (date.matches()) {
                    return instant(date, now);
                }
            }
            return ISO.matcher(text).matches() ? OffsetDateTime.parse(text).toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(Matcher date, Instant now) {
        int month = 1 + MONTHS.indexOf(date.group("month").toLowerCase(Locale.ROOT));
        String zone = date.group("zone");
        ZoneOffset offset = zone == null || Character.isLetter(zone.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(zone);
        return LocalDateTime.of(
                        year(date.group("year"), now),
                        month,
                        number(date, "day"),
                        number(date, "hour"),
                        number(date, "minute"),
                        Math.min(number(date, "second"), 59)) // a leap second is 60
                .toInstant(offset);
    }

    private static int year(String digits, Instant now) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        int last = now.atOffset(ZoneOffset.UTC).getYear() + FURTHEST_AHEAD;
        return last - Math.floorMod(last - year, 100);
    }

    private static int number(Matcher date, String group) {
        return Integer.parseInt(date.group(group));
    }
}
