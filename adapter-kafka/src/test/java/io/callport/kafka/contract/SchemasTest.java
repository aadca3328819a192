package io.callport.kafka.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.query.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The schemas match the code that reads and writes; {@code -Dcontract.write=true} writes them. */
class SchemasTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path SCHEMAS = ROOT.resolve("docs/schemas/v1");
    private static final boolean WRITE = Boolean.getBoolean("contract.write");
    private static final String REMEDY =
            "docs/schemas/v1/%s is not what the code reads and writes; run testing/contract/update and look at what changes";

    private final Map<String, ObjectNode> made =
            MessageSchemas.all(RecordDocs.read(ROOT.resolve("domain/src/main/java")));

    @Test
    void everyQueryHasTheSchemasOfWhatItTakesAndAnswers() throws IOException {
        for (Map.Entry<String, ObjectNode> schema : made.entrySet()) {
            Path file = SCHEMAS.resolve(schema.getKey());
            String wanted = SchemaFile.merged(schema.getValue(), file);
            if (WRITE) {
                Files.writeString(file, wanted);
            }
            assertThat(file).as(REMEDY, schema.getKey()).exists();
            assertThat(Files.readString(file)).as(REMEDY, schema.getKey()).isEqualTo(wanted);
        }
    }

    @Test
    void thereIsNoSchemaOfAQueryThatIsGone() throws IOException {
        for (String folder : List.of("commands", "answers", "events")) {
            try (Stream<Path> files = Files.list(SCHEMAS.resolve(folder))) {
                assertThat(files.map(file -> folder + "/" + file.getFileName()))
                        .as("docs/schemas/v1/" + folder + ": delete what the catalogue does not have")
                        .isSubsetOf(made.keySet());
            }
        }
    }

    @Test
    void everythingInThemIsDescribed() {
        made.forEach((name, schema) -> schema.findParents("properties").stream()
                .filter(shape -> shape.has("title") && !shape.has("$id"))
                .forEach(shape -> {
                    assertThat(shape.get("description").textValue())
                            .as(name + ": " + shape.get("title"))
                            .isNotEmpty();
                    shape.get("properties")
                            .properties()
                            .forEach(property -> assertThat(property.getValue().has("description"))
                                    .as(name + ": give " + shape.get("title") + " an @param " + property.getKey())
                                    .isTrue());
                }));
    }

    @Test
    void refusalsHaveEveryReasonThatIsGiven() {
        JsonNode reasons =
                SchemaFile.read(SCHEMAS.resolve("refusal.schema.json")).at("/properties/reason/anyOf");
        assertThat(StreamSupport.stream(reasons.spliterator(), false)
                        .filter(reason -> reason.has("const"))
                        .map(reason -> reason.get("const").textValue()))
                .as("docs/schemas/v1/refusal.schema.json: list each reason and what it means")
                .containsExactlyElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::code).toList());
    }
}
