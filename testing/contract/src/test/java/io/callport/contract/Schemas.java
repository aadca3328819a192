package io.callport.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A set of schemas, by the names of their files. Thread-safe. */
public final class Schemas {
    private static final String BASE = "https://callport.io/schemas/v1/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<String, @Nullable String> source;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Schemas(Function<String, @Nullable String> source, Function<String, String> form) {
        this.source = source;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(iri -> {
                    String text = iri.startsWith(BASE) ? source.apply(iri.substring(BASE.length())) : null;
                    return text == null ? null : form.apply(text);
                }));
    }

    /** The schemas of this build, as consumers use them: unknown fields are allowed. */
    public static Schemas current() {
        return new Schemas(Schemas::resource, text -> text);
    }

    /** The schemas of this build, strictly: unknown fields are not allowed. */
    public static Schemas strict() {
        return new Schemas(Schemas::resource, Schemas::closed);
    }

    /** Schemas from another source, as consumers use them. */
    static Schemas of(Function<String, @Nullable String> source) {
        return new Schemas(source, text -> text);
    }

    /** Whether there is a schema of that name, as in {@code answers/number-pool.groups}. */
    public boolean has(String name) {
        return source.apply(file(name)) != null;
    }

    /** The problems of a message, each with its place; empty if there are none. */
    public List<String> problems(String name, JsonNode message) {
        return problems(name, "", message);
    }

    /** The problems of a message by a part of that schema, at a JSON pointer. */
    List<String> problems(String name, String pointer, JsonNode message) {
        String location = BASE + file(name) + (pointer.isEmpty() ? "" : "#" + pointer);
        Schema schema = schemas.computeIfAbsent(location, missing -> registry.getSchema(SchemaLocation.of(missing)));
        return schema
                .validate(message, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> file(name) + ": " + text(error))
                .toList();
    }

    private static String text(Error error) {
        return error.getInstanceLocation() + " " + error.getMessage();
    }

    private static String file(String name) {
        return name + ".schema.json";
    }

    private static @Nullable String resource(String file) {
        try (InputStream stream = Schemas.class.getResourceAsStream("/io/callport/contract/schemas/v1/" + file)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes a schema: every object that lists its properties allows no others. */
    private static String closed(String text) {
        try {
            JsonNode schema = JSON.readTree(text);
            close(schema);
            return schema.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode schema) {
        if (!(schema instanceof ObjectNode shape)) {
            return;
        }
        boolean leadsOn = shape.at("/allOf/0/then").has("$ref"); // to others, which know its fields
        if (shape.has("properties") && !shape.has("additionalProperties") && !leadsOn) {
            shape.put("additionalProperties", false);
        }
        schema.path("properties").forEach(Schemas::close);
        schema.path("$defs").forEach(Schemas::close);
        close(schema.path("items"));
        if (schema.at("/properties/reason/anyOf/0").has("const")) {
            List<JsonNode> reasons = schema.at("/properties/reason").findParents("const");
            ((ObjectNode) schema.at("/properties/reason")).putArray("anyOf").addAll(reasons);
        }
    }
}
