package io.callport.http.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A time as HTTP headers write it, as in {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
public final class HttpDate {
    private HttpDate() {}

    /** Reads it; {@code null} if there is none or it is written in another way. */
    public static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
