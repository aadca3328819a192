package io.callport.config.yaml;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.callport.config.yaml.Node.Kind;
import io.callport.config.yaml.Node.Mapping;
import io.callport.config.yaml.Node.Scalar;
import io.callport.config.yaml.Node.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a parser's tokens into nodes. Values stay as they are written, so that no number loses a zero; anchors and aliases
 * are refused, so that no file can grow.
 */
final class TreeReader {
    private static final int DEEPEST = 16;

    private final YAMLParser tokens;
    private final Placeholders placeholders;
    private final Problems problems;

    TreeReader(YAMLParser tokens, Placeholders placeholders, Problems problems) {
        this.tokens = tokens;
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /** Reads the value at the current token. */
    Node read(String key, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new TooDeepException();
        }
        if (tokens.isCurrentAlias() || tokens.getObjectId() != null) {
            problems.add(key, "YAML anchors and aliases are not read here; write the value itself");
        }
        JsonToken token = tokens.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(key, depth);
        }
        return token == JsonToken.START_ARRAY ? sequence(key, depth) : scalar(key, token);
    }

    private Mapping mapping(String key, int depth) throws IOException {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (tokens.nextToken() != JsonToken.END_OBJECT) {
            String name = tokens.currentName();
            String path = Keys.join(key, name);
            tokens.nextToken();
            if (entries.put(name, read(path, depth + 1)) != null) {
                problems.add(path, "is there twice; keep one");
            }
        }
        return new Mapping(entries);
    }

    private Sequence sequence(String key, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        while (tokens.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(key + "[" + items.size() + "]", depth + 1));
        }
        return new Sequence(items);
    }

    private Scalar scalar(String key, JsonToken token) throws IOException {
        String text = tokens.getText();
        if (tokens.isCurrentAlias()) {
            return new Scalar("", Kind.BROKEN);
        }
        return switch (token) {
            case VALUE_STRING -> filled(key, text);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(text, Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(text, Kind.FLAG);
            case VALUE_NULL -> new Scalar("", Kind.NOTHING);
            default -> {
                problems.add(key, "has a YAML tag that is not read here; write plain text");
                yield new Scalar("", Kind.BROKEN);
            }
        };
    }

    private Scalar filled(String key, String text) {
        if (!Placeholders.in(text)) {
            return new Scalar(text, text.isEmpty() ? Kind.NOTHING : Kind.TEXT);
        }
        try {
            return new Scalar(placeholders.fill(text), Kind.TEXT);
        } catch (IllegalArgumentException e) {
            problems.add(key, String.valueOf(e.getMessage()));
            return new Scalar("", Kind.BROKEN);
        }
    }
}
