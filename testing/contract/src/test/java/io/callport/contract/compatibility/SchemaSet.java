package io.callport.contract.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Schema files by name, with their references resolved. */
final class SchemaSet {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> files;

    SchemaSet(Map<String, JsonNode> files) {
        this.files = files;
    }

    static SchemaSet read(Path folder) {
        Map<String, JsonNode> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".json")).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, JSON.readTree(path.toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SchemaSet(files);
    }

    Set<String> names() {
        return files.keySet();
    }

    Place root(String file) {
        return new Place(this, file, "", files.getOrDefault(file, MissingNode.getInstance()));
    }

    /** A schema within a file; equal places are the same one. */
    record Place(SchemaSet set, String file, String pointer, JsonNode schema) {
        /** The place as people find it. */
        String address() {
            return file + "#" + pointer;
        }

        Place at(String keyword) {
            return new Place(set, file, pointer + "/" + keyword, schema.path(keyword));
        }

        Place item(int index) {
            return new Place(set, file, pointer + "/" + index, schema.path(index));
        }

        boolean exists() {
            return !schema.isMissingNode();
        }

        /**
         * The referenced schema, with the keywords beside the reference; this place itself if there is no reference.
         */
        Place resolved() {
            if (!schema.has("$ref")) {
                return this;
            }
            String[] target = schema.get("$ref").textValue().split("#", -1);
            String name = target[0].isEmpty() ? file : sibling(target[0]);
            String inside = target.length > 1 ? target[1] : "";
            JsonNode there = set.root(name).schema().at(inside);
            if (!there.isObject()) {
                throw new IllegalStateException(address() + ": refers to nothing: " + schema.get("$ref"));
            }
            ObjectNode both = there.deepCopy();
            schema.properties().stream()
                    .filter(keyword -> !keyword.getKey().equals("$ref"))
                    .forEach(keyword -> add(both, keyword.getKey(), keyword.getValue()));
            return new Place(set, name, inside, both).resolved();
        }

        /** Merges both. The reference and the keywords beside it both hold, so one cannot replace the other. */
        private void add(ObjectNode both, String keyword, JsonNode value) {
            if (both.has(keyword)
                    && !both.get(keyword).equals(value)
                    && !SchemaComparison.ANNOTATIONS.contains(keyword)) {
                throw new IllegalStateException(
                        address() + ": says " + keyword + " beside a reference to what says it too; "
                                + "both hold, but only one of them is compared: say it once");
            }
            both.set(keyword, value);
        }

        private String sibling(String reference) {
            Path folder = Path.of("/" + file).getParent();
            return folder.resolve(reference).normalize().toString().substring(1).replace('\\', '/');
        }
    }
}
