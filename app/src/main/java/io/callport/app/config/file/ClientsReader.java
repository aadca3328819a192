package io.callport.app.config.file;

import io.callport.app.yaml.Keys;
import io.callport.app.yaml.Problems;
import io.callport.app.yaml.Section;
import io.callport.kafka.ClientKeys;
import io.callport.kafka.ClientSettings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code kafka}: client properties by Kafka's own names. */
record ClientsReader(Section section, Problems problems) {
    private static final String SERVERS = "bootstrap.servers";
    private static final String GROUP = "group.id";
    private static final String LOGIN = "sasl.jaas.config";

    ClientSettings read() {
        Map<String, Object> consumer = properties(section.section("consumer"), ClientProperties.CONSUMER);
        Map<String, Object> producer = properties(section.section("producer"), ClientProperties.PRODUCER);
        if (!section.isList(SERVERS)) {
            section.required(SERVERS, Forms.NOT_BLANK, "name the brokers, as in localhost:9092");
        }
        String group = section.get(GROUP, Forms.NOT_BLANK, "callport");
        Map<String, Object> common = properties(section, ClientProperties.ANY);
        common.put(GROUP, group);
        return new ClientSettings(common, consumer, producer);
    }

    private Map<String, Object> properties(Section from, ClientProperties known) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : from.keys()) {
            boolean nested = from == section && (key.equals("consumer") || key.equals("producer"));
            if (ClientKeys.owned().contains(key)) {
                from.problem(key, "is set by the service, because " + ClientKeys.why(key) + "; remove it");
            } else if (!nested && from.sound(key)) {
                read(from, key, known, properties);
            }
        }
        return properties;
    }

    private void read(Section from, String key, ClientProperties known, Map<String, Object> properties) {
        if (!known.has(key)) {
            String meant = Keys.meant(key, known.names())
                    .map(it -> "; did you mean " + it + "?")
                    .orElse("");
            problems.warn(from.path(key), "is no property of these Kafka clients; it is passed on as it is" + meant);
        }
        String value = value(from, key, known);
        if (value != null) {
            properties.put(key, value);
        }
    }

    /** An empty value is one: {@code ssl.endpoint.identification.algorithm} has it. */
    private static @Nullable String value(Section from, String key, ClientProperties known) {
        if (from.isList(key)) {
            return String.join(",", from.list(key, Forms.NOT_BLANK));
        }
        if (from.isEmpty(key)) {
            return "";
        }
        return known.isPassword(key)
                ? from.text(key, text -> key.equals(LOGIN) ? LoginForm.checked(text) : text, "")
                : from.optional(key, text -> known.checked(key, text));
    }
}
