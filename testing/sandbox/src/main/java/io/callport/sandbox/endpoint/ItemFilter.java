package io.callport.sandbox.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Filters the items of an answer's list as a request asks. */
public final class ItemFilter {
    private ItemFilter() {}

    /** Keeps items whose field has the value that the request's field names, if the request names one. */
    public static void narrow(JsonNode list, String field, JsonNode wanted) {
        if (wanted.isMissingNode() || wanted.isNull() || wanted.asText().isEmpty()) {
            return;
        }
        keep(list, item -> item.path(field).asText().equals(wanted.asText()));
    }

    /** Keeps items whose field is among the values of the request's list, if that list has any. */
    public static void narrowToAny(JsonNode list, String field, JsonNode wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        keep(list, item -> {
            for (JsonNode value : wanted) {
                if (item.path(field).asText().equals(value.asText())) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Removes all items beyond the first page: the examples fit on one. */
    public static void page(JsonNode list, ObjectNode request) {
        if (request.path("page").asInt(1) > 1) {
            keep(list, item -> false);
        }
    }

    private static void keep(JsonNode list, java.util.function.Predicate<JsonNode> wanted) {
        ArrayNode items = (ArrayNode) list;
        for (int i = items.size() - 1; i >= 0; i--) {
            if (!wanted.test(items.get(i))) {
                items.remove(i);
            }
        }
    }
}
