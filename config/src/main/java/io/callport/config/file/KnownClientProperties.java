package io.callport.config.file;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** The properties that Kafka's clients know. */
record KnownClientProperties(List<ConfigDef> definitions) {
    static final KnownClientProperties CONSUMER = new KnownClientProperties(List.of(ConsumerConfig.configDef()));
    static final KnownClientProperties PRODUCER = new KnownClientProperties(List.of(ProducerConfig.configDef()));
    static final KnownClientProperties ANY = new KnownClientProperties(
            List.of(ConsumerConfig.configDef(), ProducerConfig.configDef(), AdminClientConfig.configDef()));

    boolean has(String name) {
        return key(name) != null;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        definitions.forEach(definition -> names.addAll(definition.names()));
        return names;
    }

    boolean isPassword(String name) {
        ConfigKey key = key(name);
        return key != null && key.type == ConfigDef.Type.PASSWORD;
    }

    /** The value as it is written, if Kafka's clients accept it. */
    String checked(String name, String value) {
        ConfigKey key = key(name);
        if (key == null) {
            return value;
        }
        try {
            Object parsed = ConfigDef.parseType(name, value, key.type);
            if (key.validator != null) {
                key.validator.ensureValid(name, parsed);
            }
            return value;
        } catch (ConfigException e) {
            throw new IllegalArgumentException(remedy(name, key, String.valueOf(e.getMessage())), e);
        }
    }

    /** The part of Kafka's message after the name; before the name, the message quotes the value. */
    private static String remedy(String name, ConfigKey key, String message) {
        String type = "must be a valid " + key.type.name().toLowerCase(Locale.ROOT);
        int end = message.indexOf(name + ": ");
        return end < 0 ? type : type + " (Kafka says: " + message.substring(end + name.length() + 2) + ")";
    }

    private @Nullable ConfigKey key(String name) {
        return definitions.stream()
                .map(definition -> definition.configKeys().get(name))
                .filter(key -> key != null)
                .findFirst()
                .orElse(null);
    }
}
