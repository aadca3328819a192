package io.callport.app.log;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the fields of a line are written beside each other. */
enum LineFormat {
    /** {@code name=value name="a value"}. */
    LOGFMT(field -> field.getKey() + "=" + logfmt(field.getValue()), " ", "", ""),
    /** {@code {"name":"value"}}. */
    JSON(field -> Quoted.text(field.getKey()) + ":" + json(field.getValue()), ",", "{", "}");

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_.:/@+,-]+");

    private final Function<Map.Entry<String, Object>, String> field;
    private final String between;
    private final String begin;
    private final String end;

    LineFormat(Function<Map.Entry<String, Object>, String> field, String between, String begin, String end) {
        this.field = field;
        this.between = between;
        this.begin = begin;
        this.end = end;
    }

    /** The one of that name; {@code null} if there is none. */
    static @Nullable LineFormat named(String name) {
        for (LineFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        return null;
    }

    /** The fields as a line, with its end. */
    String line(Fields fields) {
        return fields.values().entrySet().stream().map(field).collect(Collectors.joining(between, begin, end + "\n"));
    }

    private static String logfmt(Object value) {
        String text = String.valueOf(value);
        return BARE.matcher(text).matches() ? text : Quoted.text(text);
    }

    private static String json(Object value) {
        return value instanceof String text ? Quoted.text(text) : String.valueOf(value);
    }
}
