package io.callport.observability.log;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The format in which the fields of a line are joined. */
enum LineFormat {
    LOGFMT,
    /** JSON, as in {@code {"name":"value"}}. */
    JSON;

    private static final int NANO_DIGITS = 9;
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_.:/@+,-]+");

    /** The format of that name; {@code null} if no format has it. */
    static @Nullable LineFormat named(String name) {
        for (LineFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        return null;
    }

    /** The fields as a line, with the line's end. */
    String line(LogFields fields) {
        var joined = this == JSON ? Collectors.joining(",", "{", "}\n") : Collectors.joining(" ", "", "\n");
        return fields.values().entrySet().stream().map(this::field).collect(joined);
    }

    /** A duration is a number of seconds, so that what reads the lines can compare it. */
    private static Object json(Object value) {
        if (value instanceof Duration duration) {
            return BigDecimal.valueOf(duration.getSeconds())
                    .add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return value instanceof String text ? QuotedText.text(text) : value;
    }

    private String field(Map.Entry<String, Object> field) {
        Object value = field.getValue();
        if (this == JSON) {
            return QuotedText.text(field.getKey()) + ":" + json(value);
        }
        String text = String.valueOf(value);
        return field.getKey() + "=" + (BARE.matcher(text).matches() ? text : QuotedText.text(text));
    }
}
