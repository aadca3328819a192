package io.callport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The AsyncAPI document as it is in the jar; whether it is a good one, its own parser tells in contract/asyncapi. */
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
        for (String channel : List.of("commands", "results", "deadLetters")) {
            document.at("/channels/" + channel + "/messages").fieldNames().forEachRemaining(onChannels::add);
        }
        assertThat(onChannels).isEqualTo(messages).hasSizeGreaterThan(30);
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
            Object aliasesResolved = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return new ObjectMapper().valueToTree(aliasesResolved);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
