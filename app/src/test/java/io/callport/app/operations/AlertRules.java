package io.callport.app.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The alert rules and their tests, as files. */
final class AlertRules {
    static final Path FILE = Path.of("../docs/prometheus/alerts.yml");
    static final Path TESTS = Path.of("../docs/prometheus/alerts-test.yml");
    private static final Pattern SELECTOR = Pattern.compile("(callport_[a-z0-9_]+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

    private AlertRules() {}

    /** A metric that a rule reads, with its condition on a label; the label is empty without a condition. */
    record Use(String metric, String label, List<String> values) {}

    static List<JsonNode> all() {
        return list(read(FILE).at("/groups/0/rules"));
    }

    static List<JsonNode> alerts() {
        return all().stream().filter(rule -> rule.has("alert")).toList();
    }

    static List<JsonNode> tests() {
        return list(read(TESTS).path("tests"));
    }

    /** The metrics that an expression reads. */
    static List<Use> uses(String expression) {
        List<Use> uses = new ArrayList<>();
        Matcher selector = SELECTOR.matcher(expression);
        while (selector.find()) {
            uses.add(new Use(selector.group(1), "", List.of()));
            Matcher label = MATCHER.matcher(String.valueOf(selector.group(2)));
            while (label.find()) {
                if (!label.group(2).startsWith("!")) { // what is left out need not be there
                    uses.add(new Use(
                            selector.group(1),
                            label.group(1),
                            List.of(label.group(3).split("\\|", -1))));
                }
            }
        }
        return uses;
    }

    /** The names that a text has in such a form. */
    static Stream<String> names(String text, String form) {
        return Pattern.compile(form)
                .matcher(text)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(",\\s*", -1)));
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
