package io.callport.kafka.client;

import io.callport.kafka.settings.ClientSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

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
        Map<String, Object> all = new HashMap<>(settings.forConsumer());
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MAX_WAIT_MS);
        all.putAll(properties);
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
