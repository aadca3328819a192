package io.callport.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The schemas in docs, each with its parts. */
final class SchemaFiles {
    private static final List<String> ONE =
            List.of("items", "additionalProperties", "propertyNames", "if", "then", "not");
    private static final List<String> MANY =
            List.of("allOf", "anyOf", "oneOf", "properties", "patternProperties", "$defs");

    private SchemaFiles() {}

    /** Reads all schemas, by names as in {@code answers/number-pool.groups}. */
    static Map<String, JsonNode> all() {
        Map<String, JsonNode> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ReleasedSchemas.NOW)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .forEach(file -> all.put(name(file), RecordJson.parse(ProjectDocuments.read(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Visits a schema and every schema within it, with its JSON pointer. */
    static void walk(JsonNode schema, BiConsumer<String, JsonNode> visitor) {
        walk("", schema, visitor);
    }

    private static void walk(String pointer, JsonNode schema, BiConsumer<String, JsonNode> visitor) {
        if (!schema.isObject()) {
            return; // the value is a boolean
        }
        visitor.accept(pointer, schema);
        ONE.forEach(keyword -> walk(pointer + "/" + keyword, schema.path(keyword), visitor));
        for (String keyword : MANY) {
            JsonNode parts = schema.path(keyword);
            String inside = pointer + "/" + keyword + "/";
            parts.properties().forEach(part -> walk(inside + escaped(part.getKey()), part.getValue(), visitor));
            for (int i = 0; parts.isArray() && i < parts.size(); i++) {
                walk(inside + i, parts.get(i), visitor);
            }
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String name(Path file) {
        return ReleasedSchemas.NOW
                .relativize(file)
                .toString()
                .replace('\\', '/')
                .replace(".schema.json", "");
    }
}
