package io.callport.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the one list of objects among fields, whatever it is called; an empty one counts only if there is no other. */
final class OnlyList {
    private OnlyList() {}

    /** Its name; {@code null} if there is none, or more than one. */
    static @Nullable String name(Map<String, JsonNode> fields) {
        List<Map.Entry<String, JsonNode>> lists = fields.entrySet().stream()
                .filter(field -> isListOfObjects(field.getValue()))
                .toList();
        if (lists.size() > 1) {
            lists = lists.stream().filter(field -> !field.getValue().isEmpty()).toList();
        }
        return lists.size() == 1 ? lists.get(0).getKey() : null;
    }

    private static boolean isListOfObjects(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode element : node) {
            if (!element.isObject()) {
                return false;
            }
        }
        return true;
    }
}
