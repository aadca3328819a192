package io.callport.config.file;

import io.callport.config.schema.Key;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SectionKey;
import io.callport.config.schema.ValueFormat;
import io.callport.config.schema.WildcardKey;
import io.callport.config.yaml.KeyNames;
import io.callport.config.yaml.Section;
import io.callport.kafka.settings.ClientConflict;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.ReservedClientKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code kafka}: client properties by Kafka's own names. */
record ClientsReader(Section section) {
    private static final String LOGIN = "sasl.jaas.config";

    private static final Key<String> SERVERS = Key.required(
            "bootstrap.servers",
            ValueFormat.of("host:port, several with commas, as in localhost:9092", ServerNames::checked),
            "name the brokers, as in localhost:9092",
            "localhost:9092",
            "Brokers to begin with, one or several with commas or as a list.");
    private static final Key<String> GROUP = Key.with(
            "group.id",
            ValueFormats.NOT_BLANK,
            "callport",
            "The consumer group: instances of one group share the work and the budgets.");
    private static final SectionKey CONSUMER = new SectionKey(
            "consumer", "For the consumer alone.", any("max.poll.records: \"500\"", "A property of the consumer."));
    private static final SectionKey PRODUCER = new SectionKey(
            "producer", "For the producer alone.", any("linger.ms: \"5\"", "A property of the producer."));
    static final SectionKey KAFKA = new SectionKey(
            "kafka",
            "The connection to Kafka. Properties go to Kafka's clients by Kafka's own names, but those that the service sets itself.",
            Schema.of(
                    SERVERS,
                    GROUP,
                    property("security.protocol: PLAINTEXT", "A property of the clients, as of SASL and TLS."),
                    CONSUMER,
                    PRODUCER));

    ClientSettings read() {
        Map<String, Object> consumer = properties(section.section(CONSUMER), KnownClientProperties.CONSUMER);
        Map<String, Object> producer = properties(section.section(PRODUCER), KnownClientProperties.PRODUCER);
        if (!section.isList(SERVERS.name())) {
            section.optional(SERVERS);
        }
        String group = section.get(GROUP);
        Map<String, Object> common = properties(section, KnownClientProperties.ANY);
        common.put(GROUP.name(), group);
        ClientSettings settings = new ClientSettings(common, consumer, producer);
        if (section.hasNoProblem(SERVERS.name()) && section.keys().stream().allMatch(section::hasNoProblem)) {
            ClientConflict.in(settings).forEach(it -> section.problem(it.key(), it.text()));
        }
        return settings;
    }

    private static Schema any(String example, String meaning) {
        return Schema.of(property(example, meaning));
    }

    private static WildcardKey property(String example, String meaning) {
        return new WildcardKey("<property>", "as Kafka documents it", List.of(example), meaning);
    }

    private Map<String, Object> properties(Section from, KnownClientProperties known) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : from.keys()) {
            boolean nested = from == section && (CONSUMER.is(key) || PRODUCER.is(key));
            if (ReservedClientKeys.all().contains(key)) {
                from.problem(key, "is set by the service, because " + ReservedClientKeys.reason(key) + "; remove it");
            } else if (from != section && (SERVERS.is(key) || GROUP.is(key))) {
                from.problem(key, "is the same for every client; remove it, and name it once, as " + section.path(key));
            } else if (!nested && from.hasNoProblem(key)) {
                read(from, key, known, properties);
            }
        }
        return properties;
    }

    private void read(Section from, String key, KnownClientProperties known, Map<String, Object> properties) {
        if (!known.has(key)) {
            String meant = KeyNames.meant(key, known.names())
                    .map(it -> "; did you mean " + it + "?")
                    .orElse("");
            if (meant.contains(" " + GROUP.name() + "?") && !section.keys().contains(GROUP.name())) {
                meant += " The group is callport, the default, as long as group.id is not there";
            }
            from.warn(key, "is no property of these Kafka clients; it is passed on as it is" + meant);
        }
        if (key.equals(LOGIN) || known.isPassword(key)) {
            from.noteSecret(key);
        }
        String value = value(from, key, known);
        if (value != null) {
            properties.put(key, value);
        }
    }

    /** An empty value counts as a value: {@code ssl.endpoint.identification.algorithm} has it. */
    private @Nullable String value(Section from, String key, KnownClientProperties known) {
        if (from.isEmpty(key)) {
            return "";
        }
        Key<String> property = key(from, key, known);
        return from.isList(key) ? String.join(",", from.list(property)) : from.optional(property);
    }

    private Key<String> key(Section from, String name, KnownClientProperties known) {
        if (from == section && (SERVERS.is(name) || GROUP.is(name))) {
            return SERVERS.is(name) ? SERVERS : GROUP;
        }
        ValueFormat<String> format = from.isList(name) ? ValueFormats.NOT_BLANK : format(name, known);
        return Key.optional(name, format, "", "", "");
    }

    private static ValueFormat<String> format(String key, KnownClientProperties known) {
        if (key.equals(LOGIN)) {
            return ValueFormat.of("a login module with its options", JaasFormat::checked)
                    .asText();
        }
        ValueFormat<String> format = ValueFormat.of("as Kafka documents it", text -> known.checked(key, text));
        return known.isPassword(key)
                ? ValueFormat.of(format.wanted(), text -> text).asText()
                : format;
    }
}
