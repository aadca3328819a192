package io.callport.observability.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a logfmt line as other programs do; shares no code with the writer. */
final class Logfmt {
    private static final Pattern FIELD =
            Pattern.compile("\\G([A-Za-z0-9_.-]+)=(?:(\"(?:[^\"\\\\]++|\\\\.)*+\")|([^\\s\"=]+))(?: |$)");

    private Logfmt() {}

    /**
     * The fields.
     *
     * @throws IllegalArgumentException if it is no logfmt, or names a field twice
     */
    public static Map<String, String> read(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(line);
        int end = 0;
        while (field.find()) {
            String value = field.group(2) == null ? field.group(3) : unquoted(field.group(2));
            if (fields.put(field.group(1), value) != null) {
                throw new IllegalArgumentException("twice " + field.group(1) + ": " + line);
            }
            end = field.end();
        }
        if (end != line.length()) {
            throw new IllegalArgumentException("no logfmt from " + end + " on: " + line);
        }
        return fields;
    }

    private static String unquoted(String text) {
        try {
            return new ObjectMapper().readValue(text, String.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("badly quoted: " + text, e);
        }
    }
}
