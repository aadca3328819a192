package io.callport.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.query.VendorFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts JSON to plain Java values, for {@link VendorFields}. Fields that are named like a secret are left out at any depth:
 * code downstream does not know that they are to be kept secret.
 */
final class VendorFieldsConverter {
    private static final List<String> SECRET_NAMES =
            List.of("password", "passwd", "passphrase", "pwd", "secret", "token", "credential", "privatekey");

    private VendorFieldsConverter() {}

    /** The fields of an object, in their order. */
    static VendorFields fields(Iterable<Map.Entry<String, JsonNode>> fields) {
        return new VendorFields(map(fields));
    }

    private static Map<String, @Nullable Object> map(Iterable<Map.Entry<String, JsonNode>> fields) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : fields) {
            if (!namesSecret(field.getKey())) {
                plain.put(field.getKey(), value(field.getValue()));
            }
        }
        return plain;
    }

    private static @Nullable Object value(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> map(json.properties());
            case ARRAY -> list(json);
            case STRING -> json.textValue();
            case NUMBER -> json.numberValue();
            case BOOLEAN -> json.booleanValue();
            default -> null;
        };
    }

    private static List<@Nullable Object> list(JsonNode array) {
        List<@Nullable Object> plain = new ArrayList<>(array.size());
        array.forEach(element -> plain.add(value(element)));
        return plain;
    }

    private static boolean namesSecret(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        for (String secret : SECRET_NAMES) {
            if (letters.contains(secret)) {
                return true;
            }
        }
        return false;
    }
}
