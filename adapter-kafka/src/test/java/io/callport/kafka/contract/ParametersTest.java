package io.callport.kafka.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.catalog.Queries;
import io.callport.contract.Schemas;
import io.callport.kafka.command.QueryJson;
import io.callport.query.Query;
import io.callport.query.QueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A command's schema accepts the parameters that Callport accepts, and no others. Rules between two parameters are left
 * out, since the schemas do not state them.
 */
class ParametersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BETWEEN_TWO = ".*(must not be after|three months|must not be more than).*";
    private static final List<JsonNode> VALUES = values();

    private final Schemas schemas = Schemas.current();

    static Stream<QueryType<?, ?>> everyQuery() {
        return Queries.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("everyQuery")
    void schemaAndCodeTakeTheSameParameters(QueryType<?, ?> type) {
        List<String> differences = new ArrayList<>();
        for (Query<?, ?> example : type.examples()) {
            ObjectNode params = (ObjectNode) json(QueryJson.write(example));
            compare(type, params, "the example", differences);
            compare(type, params.deepCopy().put("misspelt", 1), "misspelt", differences);
            vary(type, type.query(), params, "", differences);
        }
        assertThat(differences)
                .as("docs/schemas/v1/commands/%s.schema.json: correct its bounds by hand", type.name())
                .isEmpty();
    }

    private void vary(
            QueryType<?, ?> type, Class<?> record, ObjectNode params, String inside, List<String> differences) {
        for (var component : record.getRecordComponents()) {
            String place = inside + "/" + component.getName();
            for (JsonNode value : VALUES) {
                ObjectNode changed = params.deepCopy();
                changed.withObject(inside).set(component.getName(), value);
                compare(type, changed, place + " = " + shortened(value), differences);
            }
            ObjectNode without = params.deepCopy();
            without.withObject(inside).remove(component.getName());
            compare(type, without, "without " + place, differences);
            if (component.getType().isRecord()) {
                vary(type, component.getType(), params, place, differences);
            }
        }
    }

    private void compare(QueryType<?, ?> type, ObjectNode params, String what, List<String> differences) {
        String refused = refused(type, params);
        ObjectNode command = JSON.createObjectNode().put("query", type.name()).put("account", "7moor:2000103");
        command.set("params", params);
        List<String> problems = schemas.problems("commands/" + type.name(), command);
        if (refused.isEmpty() != problems.isEmpty() && !refused.matches(BETWEEN_TWO)) {
            differences.add(what + ": Callport says " + (refused.isEmpty() ? "yes" : refused) + ", the schema "
                    + (problems.isEmpty() ? "yes" : problems));
        }
    }

    private static String refused(QueryType<?, ?> type, ObjectNode params) {
        try {
            QueryJson.parse(type, params.toString());
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<JsonNode> values() {
        Stream<String> simple = Stream.of(
                "null",
                "true",
                "1.5",
                "{}",
                "{\"misspelt\":1}",
                "\"\"",
                "\" \"",
                "\"x\"",
                "\"2020-09-25T20:32:03\"",
                "\"2020-09-25T20:32\"",
                "\"2020-09-25\"",
                "9223372036854775807",
                "[]",
                "[null]",
                "[\"\"]",
                "[\"x\"]");
        Stream<String> numbers = Stream.concat(
                        IntStream.rangeClosed(-1, 7).boxed(),
                        Stream.of(100, 101, 200, 201, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .flatMap(number -> Stream.of(String.valueOf(number), "[" + number + "]"));
        Stream<String> texts = IntStream.of(256, 257).mapToObj(length -> "\"" + "x".repeat(length) + "\"");
        Stream<String> lists = IntStream.of(500, 501, 1_000, 1_001)
                .mapToObj(length ->
                        IntStream.range(0, length).mapToObj(i -> "\"x\"").collect(Collectors.joining(",", "[", "]")));
        return Stream.of(simple, numbers, texts, lists)
                .flatMap(values -> values)
                .map(ParametersTest::json)
                .toList();
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() < 40 ? text : text.substring(0, 20) + "… of " + text.length();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
