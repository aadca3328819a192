package io.callport.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * JSON for people: each line holds as much as fits.
 *
 * @param indent the beginning of each line
 * @param width the limit of characters on a line, where a line can keep it
 */
record WrappedJson(String indent, int width) {
    private static final String STEP = "  ";

    String of(JsonNode node) {
        return indent + fitted("", node, indent, "");
    }

    private String fitted(String name, JsonNode node, String margin, String comma) {
        String whole = name + node + comma;
        if (margin.length() + whole.length() <= width || node.isEmpty()) {
            return whole;
        }
        List<String> lines = new ArrayList<>();
        String inner = margin + STEP;
        Iterator<String> names = node.fieldNames();
        for (Iterator<JsonNode> nodes = node.elements(); nodes.hasNext(); ) {
            JsonNode next = nodes.next();
            String field = names.hasNext() ? TextNode.valueOf(names.next()) + ": " : "";
            add(lines, inner, fitted(field, next, inner, nodes.hasNext() ? "," : ""));
        }
        String open = node.isArray() ? "[" : "{";
        String close = node.isArray() ? "]" : "}";
        return name + open + "\n" + String.join("\n", lines) + "\n" + margin + close + comma;
    }

    /** Adds a piece to the last line if the piece fits there, otherwise as a new line. */
    private void add(List<String> lines, String margin, String piece) {
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        boolean joins = !last.isEmpty()
                && !last.contains("\n")
                && !piece.contains("\n")
                && last.length() + 1 + piece.length() <= width;
        if (joins) {
            lines.set(lines.size() - 1, last + " " + piece);
        } else {
            lines.add(margin + piece);
        }
    }
}
