package io.callport.kafka.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Properties that are valid one by one, but that a client refuses in combination.
 *
 * @param key the property to change, as configured below {@code kafka}, such as {@code consumer.session.timeout.ms}
 * @param text the properties that contradict each other, in words; shows no value
 */
public record ClientConflict(String key, String text) {
    private static final String CONSUMER = "consumer";
    private static final String PRODUCER = "producer";

    /** The conflicts in the properties of every client. Opens no client. */
    public static List<ClientConflict> in(ClientSettings settings) {
        Map<String, Object> consumer = ClientProperties.ofConsumer(settings, "check");
        Map<String, Object> producer = ClientProperties.ofProducer(settings, "check");
        List<ClientConflict> conflicts = new ArrayList<>();
        Stream.of(
                        check(settings, CONSUMER, () -> heartbeatInterval(withBytes(consumer))),
                        check(settings, PRODUCER, () -> deliveryTimeout(withBytes(producer))),
                        check(settings, "", () -> apiTimeout(ClientProperties.ofAdmin(settings))))
                .filter(Objects::nonNull)
                .filter(it -> !conflicts.contains(it))
                .forEach(conflicts::add);
        return conflicts;
    }

    /** Checks the rule that the consumer itself checks only when it is opened. */
    private static @Nullable String heartbeatInterval(Map<String, Object> properties) {
        ConsumerConfig config = new ConsumerConfig(properties);
        boolean classic = "classic".equalsIgnoreCase(config.getString(ConsumerConfig.GROUP_PROTOCOL_CONFIG));
        boolean late = config.getInt(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG)
                >= config.getInt(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
        return classic && late ? "heartbeat.interval.ms must be less than session.timeout.ms" : null;
    }

    private static @Nullable String deliveryTimeout(Map<String, Object> properties) {
        ProducerConfig config = new ProducerConfig(properties);
        long least = config.getLong(ProducerConfig.LINGER_MS_CONFIG)
                + config.getInt(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG);
        return config.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG) < least
                ? "delivery.timeout.ms must not be less than linger.ms and request.timeout.ms together"
                : null;
    }

    private static @Nullable String apiTimeout(Map<String, Object> properties) {
        AdminClientConfig config = new AdminClientConfig(properties);
        return config.getInt(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG)
                        < config.getInt(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG)
                ? "default.api.timeout.ms must not be less than request.timeout.ms"
                : null;
    }

    private static @Nullable ClientConflict check(
            ClientSettings settings, String client, Supplier<@Nullable String> check) {
        try {
            String problem = check.get();
            return problem == null ? null : new ClientConflict(key(settings, client, problem), problem);
        } catch (ConfigException e) {
            String problem = withoutValue(String.valueOf(e.getMessage()));
            return new ClientConflict(key(settings, client, problem), "Kafka says: " + problem);
        }
    }

    /** The message without the value, which Kafka quotes and which may be a password. */
    private static String withoutValue(String message) {
        return message.replaceFirst("(?s)^Invalid value .* for configuration ", "");
    }

    /** The first configured property that the sentence names; the longest, if one name is a part of another. */
    private static String key(ClientSettings settings, String client, String problem) {
        Map<String, Object> own = own(settings, client);
        String named = Stream.concat(settings.common().keySet().stream(), own.keySet().stream())
                .filter(problem::contains)
                .min(Comparator.<String>comparingInt(problem::indexOf)
                        .thenComparing(Comparator.comparingInt(String::length).reversed()))
                .orElse(client.isEmpty() ? "bootstrap.servers" : client);
        return own.containsKey(named) ? client + "." + named : named;
    }

    /** The loop passes these as objects, and a configuration without them is invalid. */
    private static Map<String, Object> withBytes(Map<String, Object> properties) {
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return properties;
    }

    private static Map<String, Object> own(ClientSettings settings, String client) {
        return client.equals(CONSUMER) ? settings.consumer() : client.equals(PRODUCER) ? settings.producer() : Map.of();
    }
}
