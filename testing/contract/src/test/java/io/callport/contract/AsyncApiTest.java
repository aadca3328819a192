package io.callport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document in the jar. AsyncAPI's own parser checks it in testing/contract/asyncapi. */
class AsyncApiTest {
    private static final String FOLDER = "/io/callport/contract/";

    private final JsonNode document = read();

    @Test
    void everySchemaThatItRefersToIsInTheJar() {
        List<String> files = document.findValuesAsText("$ref").stream()
                .filter(reference -> !reference.startsWith("#"))
                .map(reference -> reference.replaceAll("#.*", ""))
                .toList();

        assertThat(files)
                .hasSizeGreaterThan(30)
                .allSatisfy(file -> assertThat(getClass().getResource(FOLDER + file))
                        .as(file)
                        .isNotNull());
    }

    @Test
    void repliesAreWhatResultsAre() {
        JsonNode channels = document.path("channels");
        assertThat(channels.at("/replies/messages")).isEqualTo(channels.at("/results/messages"));
        assertThat(channels.at("/replies/address").isNull()).isTrue();
        assertThat(document.at("/operations/ask/reply/address/location").textValue())
                .isEqualTo("$message.header#/kafka_replyTopic");
    }

    @Test
    void itsExamplesAreOfTheirSchemas() {
        Schemas schemas = Schemas.strict();
        List<JsonNode> withExamples =
                document.path("components").path("messages").findParents("examples");
        assertThat(withExamples).isNotEmpty();
        for (JsonNode message : withExamples) {
            for (JsonNode example : message.get("examples")) {
                assertThat(schemas.problems(schema(message, "payload"), example.path("payload")))
                        .isEmpty();
                assertThat(schemas.problems(schema(message, "headers"), example.path("headers")))
                        .isEmpty();
            }
        }
    }

    @Test
    void everyMessageIsOnAChannel() {
        var messages = new TreeSet<String>();
        document.at("/components/messages").fieldNames().forEachRemaining(messages::add);
        var onChannels = new TreeSet<String>();
        for (String channel : List.of("commands", "results", "events", "deadLetters")) {
            document.at("/channels/" + channel + "/messages").fieldNames().forEachRemaining(onChannels::add);
        }
        assertThat(onChannels).isEqualTo(messages).hasSizeGreaterThan(30);
    }

    @Test
    void everyMessageButADeadLetterIsKeyedByItsAccountAndAnEventByItsSubjectToo() {
        document.at("/components/messages").properties().forEach(message -> {
            JsonNode key = message.getValue().at("/bindings/kafka/key");
            String trait = message.getValue().at("/traits/0/$ref").asText().replace("#", "");
            JsonNode keyOfTrait = document.at(trait).at("/bindings/kafka/key");
            boolean dead = message.getKey().equals("deadLetter");
            String part = trait.endsWith("/event") ? "eventKey" : "account";
            assertThat((key.isMissingNode() ? keyOfTrait : key).path("$ref").asText())
                    .as(message.getKey())
                    .isEqualTo(dead ? "" : "schemas/v1/common.schema.json#/$defs/" + part);
        });
    }

    @Test
    void theJarHoldsTheDocumentItsSchemasAndNothingElse() throws IOException, URISyntaxException {
        Path root = Path.of(
                        AsyncApiTest.class.getResource(FOLDER + "asyncapi.yaml").toURI())
                .resolve("../../../..")
                .normalize();
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> root.relativize(file).toString().replace('\\', '/')))
                    .contains(
                            "io/callport/contract/asyncapi.yaml", "io/callport/contract/schemas/v1/result.schema.json")
                    .allMatch(file ->
                            file.matches("io/callport/contract/(asyncapi\\.yaml|schemas/v1/.+\\.schema\\.json)"));
        }
    }

    private static String schema(JsonNode message, String part) {
        return message.path(part)
                .path("$ref")
                .textValue()
                .replace("schemas/v1/", "")
                .replace(".schema.json", "");
    }

    private static JsonNode read() {
        try (InputStream yaml = AsyncApiTest.class.getResourceAsStream(FOLDER + "asyncapi.yaml")) {
            return YamlText.read(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
