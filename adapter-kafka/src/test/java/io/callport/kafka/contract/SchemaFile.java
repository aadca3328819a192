package io.callport.kafka.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.contract.SchemaText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A schema in docs/schemas: the part that follows from the code, and the part that people wrote. */
final class SchemaFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The keywords that people may add to the generated part, since the code knows no bounds and no examples. */
    private static final Set<String> BY_HAND = Set.of(
            "minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems", "default", "examples");

    private static final List<String> MAPS = List.of("properties", "$defs");

    private SchemaFile() {}

    /** The file as it should be. */
    static String merged(ObjectNode made, Path file) {
        ObjectNode merged = made.deepCopy();
        if (Files.exists(file)) {
            keep(merged, read(file));
        }
        return SchemaText.of(merged);
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(ObjectNode made, JsonNode before) {
        for (Map.Entry<String, JsonNode> keyword : before.properties()) {
            if (BY_HAND.contains(keyword.getKey())) {
                made.set(keyword.getKey(), keyword.getValue());
            }
        }
        for (String map : MAPS) {
            for (Map.Entry<String, JsonNode> part : made.path(map).properties()) {
                keep((ObjectNode) part.getValue(), before.path(map).path(part.getKey()));
            }
        }
        if (made.path("items") instanceof ObjectNode items) {
            keep(items, before.path("items"));
        }
    }
}
