package io.callport.vendor.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.account.Secret;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value whose type varies at the vendor: {@code 3} or {@code "3"}, {@code true}, {@code 1} or {@code "1"}. A
 * value that does not read as the requested type is {@code null}.
 */
final class LenientJson {
    private static final Pattern COUNT = Pattern.compile("-?\\d{1,10}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,19}(\\.\\d{1,19})?");

    private LenientJson() {}

    /** Text, or a whole number as its digits. */
    static @Nullable String text(JsonNode json) {
        return json.isTextual() || json.isIntegralNumber() ? json.asText() : null;
    }

    static @Nullable Integer count(JsonNode json) {
        String text = text(json);
        if (text == null || !COUNT.matcher(text).matches()) {
            return null;
        }
        long count = Long.parseLong(text);
        return count == (int) count ? Integer.valueOf((int) count) : null;
    }

    static @Nullable Long number(JsonNode json) {
        String text = text(json);
        if (text == null || !NUMBER.matcher(text).matches()) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A number without an exponent: no vendor documents one, and a short one can stand for a very long number. */
    static @Nullable BigDecimal decimal(JsonNode json) {
        String text = json.isNumber() ? json.asText() : text(json);
        return text != null && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    static @Nullable Boolean flag(JsonNode json) {
        String text = json.isBoolean() ? json.asText() : text(json);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    /** A time without a zone, as in {@code 2020-12-08 16:48:26}. */
    static @Nullable LocalDateTime time(JsonNode json) {
        if (!json.isTextual()) {
            return null;
        }
        try {
            return LocalDateTime.parse(json.textValue(), Json.TIME);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Secret secret(JsonNode json) {
        String text = text(json);
        return text == null || text.isEmpty() ? null : Secret.of(text);
    }

    /** An array of texts or whole numbers; {@code null} if one element has another type. */
    static @Nullable List<String> texts(JsonNode json) {
        if (!json.isArray()) {
            return null;
        }
        List<String> texts = new ArrayList<>(json.size());
        for (JsonNode element : json) {
            String text = text(element);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }
}
