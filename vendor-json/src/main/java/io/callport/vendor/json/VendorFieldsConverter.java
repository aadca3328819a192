package io.callport.vendor.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.query.VendorFields;
import io.callport.vendor.secrets.SecretNames;
import io.callport.vendor.secrets.SecretTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts JSON to plain Java values, for {@link VendorFields}. Fields that are named like a secret are left out at any
 * depth, and texts are masked where they say a secret: code downstream does not know what is to be kept secret.
 */
final class VendorFieldsConverter {
    /** The fields of a pair, as in {@code {"name":"sipPass","value":"…"}}: the name is a value there. */
    private static final List<String> PAIR_NAMES =
            List.of("name", "key", "field", "fieldName", "label", "param", "code", "k");

    private static final Set<String> PAIR_VALUES = Set.of("value", "val", "v", "content", "data", "text", "fieldValue");

    private VendorFieldsConverter() {}

    /** The fields of an object, in their order. */
    static VendorFields fields(Map<String, JsonNode> fields) {
        return new VendorFields(map(fields));
    }

    private static Map<String, @Nullable Object> map(Map<String, JsonNode> fields) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        boolean secretPair = isSecretPair(fields);
        fields.forEach((name, value) -> {
            boolean secret = SecretNames.isSecret(name) || (secretPair && PAIR_VALUES.contains(name));
            if (!secret || saysNothing(value)) {
                plain.put(name, value(value));
            }
        });
        return plain;
    }

    private static boolean isSecretPair(Map<String, JsonNode> fields) {
        return PAIR_NAMES.stream()
                .map(fields::get)
                .anyMatch(name -> name != null && name.isTextual() && SecretNames.isSecret(name.textValue()));
    }

    /** Whether a value gives nothing away: that a password is set, or is not. */
    private static boolean saysNothing(JsonNode value) {
        return value.isBoolean() || value.isNull();
    }

    private static @Nullable Object value(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> map(ofObject(json));
            case ARRAY -> list(json);
            case STRING -> SecretTexts.mask(json.textValue());
            case NUMBER -> json.numberValue();
            case BOOLEAN -> json.booleanValue();
            default -> null;
        };
    }

    private static Map<String, JsonNode> ofObject(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private static List<@Nullable Object> list(JsonNode array) {
        List<@Nullable Object> plain = new ArrayList<>(array.size());
        array.forEach(element -> plain.add(value(element)));
        return plain;
    }
}
