package io.callport.sandbox.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Set;

/** Writes the same values in the other JSON types that vendors use. */
final class LooseTypes {
    private int flags;

    private LooseTypes() {}

    /** Changes all fields of an answer except these. */
    static void loosen(ObjectNode answer, Set<String> but) {
        LooseTypes types = new LooseTypes();
        new ArrayList<>(answer.properties())
                .stream()
                        .filter(field -> !but.contains(field.getKey()))
                        .forEach(field -> answer.set(field.getKey(), types.loose(field.getValue())));
    }

    private void visit(JsonNode node) {
        if (node instanceof ObjectNode object) {
            new ArrayList<>(object.properties()).forEach(field -> object.set(field.getKey(), loose(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, loose(array.get(i)));
            }
        }
    }

    private JsonNode loose(JsonNode value) {
        if (value.isNumber()) {
            return TextNode.valueOf(value.asText());
        }
        if (value.isBoolean()) {
            return flag(value.booleanValue());
        }
        visit(value);
        return value;
    }

    private JsonNode flag(boolean value) {
        int number = value ? 1 : 0;
        return switch (flags++ % 3) {
            case 0 -> TextNode.valueOf(Integer.toString(number));
            case 1 -> IntNode.valueOf(number);
            default -> BooleanNode.valueOf(value);
        };
    }
}
