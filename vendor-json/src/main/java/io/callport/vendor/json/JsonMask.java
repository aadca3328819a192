package io.callport.vendor.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.callport.vendor.secrets.KnownSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Masks certain secrets in JSON: in names, texts and numbers, at any depth. */
public final class JsonMask {
    private JsonMask() {}

    /** Masks the secrets in an object, in place. */
    public static void mask(ObjectNode object, KnownSecrets secrets) {
        boolean named = false;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            field.setValue(masked(field.getValue(), secrets));
            named |= !secrets.mask(field.getKey()).equals(field.getKey());
        }
        if (named) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>();
            object.properties().forEach(field -> fields.add(Map.entry(secrets.mask(field.getKey()), field.getValue())));
            object.removeAll();
            fields.forEach(field -> object.set(field.getKey(), field.getValue()));
        }
    }

    private static JsonNode masked(JsonNode node, KnownSecrets secrets) {
        if (node instanceof ObjectNode object) {
            mask(object, secrets);
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, masked(array.get(i), secrets));
            }
        } else if (node.isTextual() || node.isIntegralNumber()) {
            String text = node.asText();
            String shown = secrets.mask(text);
            return shown.equals(text) ? node : TextNode.valueOf(shown);
        }
        return node;
    }
}
