package io.callport.kafka.client;

import io.callport.kafka.settings.ClientSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Opens consumers that read committed records without a group: such a consumer commits no offset and takes no partition
 * from any other.
 */
public final class GrouplessConsumer {
    private static final String FETCH_MAX_WAIT_MS = "20"; // a broker answers nothing else meanwhile

    private GrouplessConsumer() {}

    /**
     * Opens a consumer, which connects when it first reads.
     *
     * @param properties the properties to set beside the properties of the settings
     * @throws org.apache.kafka.common.KafkaException if Kafka's client does not take the settings
     */
    public static KafkaConsumer<byte[], byte[]> open(ClientSettings settings, Map<String, Object> properties) {
        return open(settings, properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Opens a consumer as {@link #open(ClientSettings, Map)} does, which gives keys and values to these deserializers.
     */
    public static KafkaConsumer<byte[], byte[]> open(
            ClientSettings settings,
            Map<String, Object> properties,
            Deserializer<byte[]> keys,
            Deserializer<byte[]> values) {
        Map<String, Object> all = new HashMap<>(settings.forConsumer());
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        all.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MAX_WAIT_MS);
        all.putAll(properties);
        return new KafkaConsumer<>(all, keys, values);
    }
}
