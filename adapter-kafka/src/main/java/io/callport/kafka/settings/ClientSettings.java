package io.callport.kafka.settings;

import java.util.HashMap;
import java.util.Map;

/**
 * The properties of Kafka's clients, named as in Kafka's own documentation, without the properties that the loop sets
 * ({@link ReservedClientKeys}).
 *
 * @param common the properties of every client: at least {@code bootstrap.servers} and {@code group.id}
 * @param consumer the properties of consumers only
 * @param producer the properties of producers only
 */
public record ClientSettings(Map<String, Object> common, Map<String, Object> consumer, Map<String, Object> producer) {
    private static final String MAX_REQUEST_SIZE = "max.request.size";
    private static final String MAX_REQUEST = "16777216"; // the largest answer by default; a topic takes less

    public ClientSettings {
        common = Map.copyOf(common);
        consumer = Map.copyOf(consumer);
        producer = Map.copyOf(producer);
    }

    /** Settings for a cluster without further properties. */
    public static ClientSettings of(String bootstrapServers, String groupId) {
        Map<String, Object> common = Map.of("bootstrap.servers", bootstrapServers, "group.id", groupId);
        return new ClientSettings(common, Map.of(), Map.of());
    }

    /** The consumer group, which is also the name of this service in its results' {@code ce_source}. */
    public String groupId() {
        return String.valueOf(common.get("group.id"));
    }

    /** The properties for a consumer. */
    public Map<String, Object> forConsumer() {
        return merged(consumer);
    }

    /**
     * The properties for a producer. By default the producer sends as much as its topics take, and not only Kafka's 1
     * MiB.
     */
    public Map<String, Object> forProducer() {
        Map<String, Object> properties = merged(producer);
        properties.remove("group.id");
        properties.putIfAbsent(MAX_REQUEST_SIZE, MAX_REQUEST);
        return properties;
    }

    /** The most bytes that a producer sends as one record. */
    public int largestRequest() {
        Object configured = forProducer().getOrDefault(MAX_REQUEST_SIZE, MAX_REQUEST);
        return Integer.parseInt(configured.toString().strip());
    }

    /** The properties for an administration client. */
    public Map<String, Object> forAdmin() {
        Map<String, Object> properties = new HashMap<>(common);
        properties.remove("group.id");
        return properties;
    }

    /** Shows the servers and the group only: other properties may hold passwords. */
    @Override
    public String toString() {
        return "ClientSettings[" + common.get("bootstrap.servers") + ", " + groupId() + "]";
    }

    private Map<String, Object> merged(Map<String, Object> own) {
        Map<String, Object> properties = new HashMap<>(common);
        properties.putAll(own);
        return properties;
    }
}
