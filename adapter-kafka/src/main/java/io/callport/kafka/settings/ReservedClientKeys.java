package io.callport.kafka.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The Kafka client properties that may not be configured, because the loop's guarantees rest on them. */
public final class ReservedClientKeys {
    private static final Map<String, String> REASONS = new TreeMap<>(Map.ofEntries(
            Map.entry("isolation.level", "results rest on read_committed"),
            Map.entry("enable.auto.commit", "offsets are committed with the results"),
            Map.entry("auto.offset.reset", "a new group starts at the earliest command"),
            Map.entry("allow.auto.create.topics", "topics.create says how topics are made"),
            Map.entry("key.deserializer", "records are read as bytes"),
            Map.entry("value.deserializer", "records are read as bytes"),
            Map.entry("key.serializer", "records are written as bytes"),
            Map.entry("value.serializer", "records are written as bytes"),
            Map.entry("transactional.id", "it is made for each process"),
            Map.entry("enable.idempotence", "transactions need it"),
            Map.entry("acks", "transactions need all"),
            Map.entry("partitioner.class", "an account's home is its murmur2 partition"),
            Map.entry("partition.assignment.strategy", "the loop sets the cooperative assignor")));

    private ReservedClientKeys() {}

    public static Set<String> all() {
        return Set.copyOf(REASONS.keySet());
    }

    /**
     * The reason why a key may not be configured.
     *
     * @throws IllegalArgumentException if the key may be configured
     */
    public static String reason(String key) {
        String reason = REASONS.get(key);
        if (reason == null) {
            throw new IllegalArgumentException(key + " is not owned by the loop");
        }
        return reason;
    }
}
