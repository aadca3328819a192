package io.callport.observability.log;

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

    private String field(Map.Entry<String, Object> field) {
        Object value = field.getValue();
        if (this == JSON) {
            return QuotedText.text(field.getKey()) + ":"
                    + (value instanceof String text ? QuotedText.text(text) : value);
        }
        String text = String.valueOf(value);
        return field.getKey() + "=" + (BARE.matcher(text).matches() ? text : QuotedText.text(text));
    }
}
