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
 * Properties that are sound one by one, and that a client refuses together.
 *
 * @param key the one to change, as configured below {@code kafka}, such as {@code consumer.session.timeout.ms}
 * @param text what contradicts what; holds no value
 */
public record ClientConflict(String key, String text) {
    private static final String CONSUMER = "consumer";
    private static final String PRODUCER = "producer";

    /** What every client would refuse; opens none of them. */
    public static List<ClientConflict> in(ClientSettings settings) {
        Map<String, Object> consumer = ClientProperties.ofConsumer(settings);
        Map<String, Object> producer = ClientProperties.ofProducer(settings, "check");
        List<ClientConflict> conflicts = new ArrayList<>();
        Stream.of(
                        refused(settings, CONSUMER, () -> heartbeats(withBytes(consumer))),
                        refused(settings, PRODUCER, () -> deliveries(withBytes(producer))),
                        refused(settings, "", () -> patience(ClientProperties.ofAdmin(settings))))
                .filter(Objects::nonNull)
                .filter(it -> !conflicts.contains(it))
                .forEach(conflicts::add);
        return conflicts;
    }

    /** What the clients themselves say only when they are made. */
    private static @Nullable String heartbeats(Map<String, Object> properties) {
        ConsumerConfig config = new ConsumerConfig(properties);
        boolean classic = "classic".equalsIgnoreCase(config.getString(ConsumerConfig.GROUP_PROTOCOL_CONFIG));
        boolean late = config.getInt(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG)
                >= config.getInt(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
        return classic && late ? "heartbeat.interval.ms must be less than session.timeout.ms" : null;
    }

    private static @Nullable String deliveries(Map<String, Object> properties) {
        ProducerConfig config = new ProducerConfig(properties);
        long least = config.getLong(ProducerConfig.LINGER_MS_CONFIG)
                + config.getInt(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG);
        return config.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG) < least
                ? "delivery.timeout.ms must not be less than linger.ms and request.timeout.ms together"
                : null;
    }

    private static @Nullable String patience(Map<String, Object> properties) {
        AdminClientConfig config = new AdminClientConfig(properties);
        return config.getInt(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG)
                        < config.getInt(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG)
                ? "default.api.timeout.ms must not be less than request.timeout.ms"
                : null;
    }

    private static @Nullable ClientConflict refused(
            ClientSettings settings, String client, Supplier<@Nullable String> check) {
        try {
            String told = check.get();
            return told == null ? null : new ClientConflict(key(settings, client, told), told);
        } catch (ConfigException e) {
            String told = withoutValue(String.valueOf(e.getMessage()));
            return new ClientConflict(key(settings, client, told), "Kafka says: " + told);
        }
    }

    /** Kafka quotes the value before it says what is wrong, and the value may be a password. */
    private static String withoutValue(String message) {
        return message.replaceFirst("(?s)^Invalid value .* for configuration ", "");
    }

    /** The first configured one that the sentence names; the longest, if one name is a part of another. */
    private static String key(ClientSettings settings, String client, String told) {
        Map<String, Object> own = own(settings, client);
        String named = Stream.concat(settings.common().keySet().stream(), own.keySet().stream())
                .filter(told::contains)
                .min(Comparator.<String>comparingInt(told::indexOf)
                        .thenComparing(Comparator.comparingInt(String::length).reversed()))
                .orElse(client.isEmpty() ? "bootstrap.servers" : client);
        return own.containsKey(named) ? client + "." + named : named;
    }

    /** The loop gives these as objects; a configuration without them is refused. */
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
