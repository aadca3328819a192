package io.callport.kafka.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All fields of a command except its parameters, which {@link ParametersTest} covers: the schemas and Callport accept
 * the same commands, except for the deviations that are listed here.
 */
class EnvelopeTest {
    /** Commands that the schemas cannot exclude; Callport refuses them all the same. */
    private static final Pattern NO_SCHEMA_KNOWS = anyOf(
            "event's data_base64: .*", // no schema knows what is inside
            "(event's |ce_)?id: \"😀+.*", // each takes two characters
            "(event's |ce_)source: \"7moor:\".*", // a URI by RFC 3986, but none to Java
            "event's unknown: 100.0", // an integer to JSON Schema
            "kafka_reply(Topic|Partition): .*"); // what the configuration allows, and which partitions there are

    /**
     * Commands that Callport accepts beyond its promises: Java's other ways to write a duration and a time, attributes
     * that the library of CloudEvents does not look at, and headers that count only where they mean something.
     */
    private static final Pattern NOT_PROMISED = anyOf(
            "maxAge: \"([+]PT1S|PT[+]1S|PT-0S|pt10s|PT1\\.S|PT0,5S|PT9{13}S)\"",
            "(expiresAt|ce_expirytime|event's expirytime): \"([+]1|[^\"]+(T12:00Z|00:00|[+]08|:01|\\.Z)\").*",
            "ce_(time|specversion|type|source): .*",
            "event's (specversion|type|source|time): \".*",
            "event's (time|datacontenttype|correlationid|trace(parent|state)|unknown): [^\"].*",
            "event's id: \"\"",
            "(callport_(origin(_tag)?|timestamp)|__dlq\\..*|kafka_replyPartition): .*");

    private final CommandChecks checks = new CommandChecks();
    private final List<String> differences = new ArrayList<>();

    @Test
    void bodies() {
        for (String field : List.of("query", "account", "params", "id", "maxAge", "expiresAt", "unknown")) {
            for (JsonNode value : EnvelopeValues.all()) {
                compare(field + ": " + EnvelopeValues.shortened(value), Map.of(), body().set(field, value));
            }
            ObjectNode without = body();
            without.remove(field);
            compare("without " + field, Map.of(), without);
        }
        for (JsonNode value : EnvelopeValues.all()) {
            compare("the whole value: " + EnvelopeValues.shortened(value), Map.of(), value);
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void headers() {
        Map<String, Object> binary =
                Map.of("ce_specversion", "1.0", "ce_id", "42", "ce_source", "/shop", "ce_type", "t");
        Map<String, Object> reply = Map.of("kafka_replyTopic", CommandChecks.REPLIES);
        for (Map<String, Object> base : List.of(Map.<String, Object>of(), binary, reply)) {
            for (String header : checks.headers()) {
                Stream.concat(EnvelopeValues.texts(), Stream.of(CommandChecks.REPLIES, -1, 0, 1, 2))
                        .forEach(value -> compareHeader(header, value, base));
                Map<String, Object> without = new HashMap<>(base);
                without.remove(header);
                compare("without " + header + beside(base), without, body());
            }
        }
        assertThat(differences).isEmpty();
    }

    private void compareHeader(String header, Object value, Map<String, Object> base) {
        Map<String, Object> headers = new HashMap<>(base);
        headers.put(header, value);
        String shown = EnvelopeValues.shortened(JsonNodeFactory.instance.textNode(value.toString()));
        compare(header + ": " + shown + beside(base), headers, body());
    }

    private static String beside(Map<String, Object> headers) {
        return " beside " + new TreeSet<>(headers.keySet());
    }

    @Test
    void events() {
        Stream<String> attributes =
                Stream.concat(checks.attributes().stream(), Stream.of("unknown", "Unknown", "un_known"));
        Map<String, Object> headers = Map.of("content-type", "application/cloudevents+json");
        attributes.forEach(attribute -> {
            for (JsonNode value : EnvelopeValues.all()) {
                compare(
                        "event's " + attribute + ": " + EnvelopeValues.shortened(value),
                        headers,
                        event().set(attribute, value));
            }
            ObjectNode without = event();
            without.remove(attribute);
            compare("event without " + attribute, headers, without);
        });
        assertThat(differences).isEmpty();
    }

    private void compare(String what, Map<String, Object> headers, JsonNode value) {
        byte[] bytes = EnvelopeValues.bytes(value);
        String refused = checks.refusalOf(headers, bytes);
        List<String> problems = checks.schemaProblems(headers, bytes);
        boolean known = refused.isEmpty()
                ? NOT_PROMISED.matcher(what).matches()
                : NO_SCHEMA_KNOWS.matcher(what).matches();
        if (refused.isEmpty() != problems.isEmpty() && !known) {
            differences.add(what + ": Callport says " + (refused.isEmpty() ? "yes" : refused) + ", the schemas "
                    + (problems.isEmpty() ? "yes" : problems));
        }
    }

    private static Pattern anyOf(String... whats) {
        return Pattern.compile(String.join("|", whats), Pattern.DOTALL);
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("query", "number-pool.groups")
                .put("account", CommandChecks.ACCOUNT);
    }

    private static ObjectNode event() {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", "42")
                .put("source", "/shop")
                .put("type", "t");
        return event.set("data", body());
    }
}
