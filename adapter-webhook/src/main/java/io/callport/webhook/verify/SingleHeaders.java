package io.callport.webhook.verify;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers of which each must come once: of two values, nobody knows which one a signature covers. */
record SingleHeaders(Map<String, List<String>> headers) {
    /** Longer values are no signature, id or token of any vendor. */
    private static final int MAX_LENGTH = 512;

    /** The only value of a header; {@code null} if it is missing, doubled, empty or too long. */
    @Nullable
    String get(String lowerCaseName) {
        List<String> values = headers.get(lowerCaseName);
        if (values == null || values.size() != 1) {
            return null;
        }
        String value = values.get(0);
        return value.isEmpty() || value.length() > MAX_LENGTH ? null : value;
    }

    boolean has(String lowerCaseName) {
        return headers.containsKey(lowerCaseName);
    }
}
