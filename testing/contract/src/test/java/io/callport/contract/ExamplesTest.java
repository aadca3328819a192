package io.callport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.callport.contract.ProjectDocuments.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every message in a document or a schema is valid. */
class ExamplesTest {
    private final Schemas schemas = Schemas.strict();
    private final Schemas current = Schemas.current();

    @Test
    void everyMessageInTheDocumentsIsOfTheContract() {
        List<Example> shown = ProjectDocuments.all().stream()
                .flatMap(file -> ProjectDocuments.messages(file).stream())
                .toList();

        assertThat(shown).hasSizeGreaterThan(5);
        assertThat(shown.stream().filter(one -> !isDeadLetter(one)))
                .allSatisfy(one ->
                        assertThat(problems(one.message())).as(one.where()).isEmpty());
        assertThat(shown.stream().filter(ExamplesTest::isDeadLetter))
                .as("dead letters that are shown")
                .allSatisfy(one -> assertThat(one.where()).startsWith("docs/operations.md"));
    }

    private static boolean isDeadLetter(Example shown) {
        return !shown.message().has("account");
    }

    private List<String> problems(JsonNode message) {
        if (message.has("event")) {
            return schemas.problems("events/" + message.path("event").asText(), message);
        }
        String query = message.path("query").asText();
        return switch (message.path("status").asText()) {
            case "answered" -> schemas.problems("answers/" + query, message);
            case "refused" -> schemas.problems("refusal", message);
            default -> schemas.problems("commands/" + query, message);
        };
    }

    @Test
    void everyMessageSchemaHasExamplesAndTheyAreOfIt() {
        Map<String, JsonNode> files = SchemaFiles.all();
        files.remove("common");
        assertThat(files).hasSizeGreaterThan(40).allSatisfy(this::examplesAreOfIt);
    }

    @Test
    void everyExampleInsideASchemaIsOfItsPart() {
        List<String> wrong = new ArrayList<>();
        SchemaFiles.all()
                .forEach((name, file) -> SchemaFiles.walk(
                        file,
                        (pointer, part) -> part.path("examples")
                                .forEach(example -> schemas.problems(name, pointer, example)
                                        .forEach(problem -> wrong.add(name + "#" + pointer + ": " + problem)))));
        assertThat(wrong).isEmpty();
        assertThat(schemas.problems("common", "/$defs/account", TextNode.valueOf("of nobody")))
                .as("a wrong example there would be seen")
                .isNotEmpty();
    }

    private void examplesAreOfIt(String name, JsonNode file) {
        JsonNode examples = file.path("examples");
        boolean leadsOn = Set.of("command", "result", "event").contains(name); // to schemas with examples of their own
        assertThat(leadsOn || examples.size() > 0).as(name + ": has an example").isTrue();
        for (JsonNode example : examples) {
            assertThat(schemas.problems(name, example)).as(name).isEmpty();
            if (name.startsWith("commands/")) {
                assertThat(current.problems("command", example)).as(name).isEmpty();
            } else if (name.startsWith("events/")) {
                assertThat(current.problems("event", example)).as(name).isEmpty();
            } else if (name.startsWith("answers/")) {
                assertThat(current.problems("result", example)).as(name).isEmpty();
            }
        }
    }
}
