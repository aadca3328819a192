package io.callport.kafka.loop;

import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.ClientSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the loop's two clients. */
final class LoopClients {
    private LoopClients() {}

    /**
     * Makes the consumer, and closes the producer if the consumer cannot be made.
     *
     * @param instanceId the {@code group.instance.id}, unless one is configured
     */
    static KafkaConsumer<byte[], byte[]> consumer(
            ClientSettings settings,
            String instanceId,
            Producer<?, ?> beside,
            MemoryShares shares,
            BoundedDeserializer allowance) {
        try {
            Map<String, Object> properties = ClientProperties.ofConsumer(settings, instanceId);
            properties.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, shares.fetchBytes());
            properties.putIfAbsent(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, shares.partitionFetchBytes());
            return new KafkaConsumer<>(properties, allowance.keys(), allowance);
        } catch (KafkaException e) {
            beside.close(Duration.ZERO);
            throw e;
        }
    }

    static KafkaProducer<byte[], byte[]> producer(ClientSettings settings, String transactionalId) {
        return new KafkaProducer<>(
                ClientProperties.ofProducer(settings, transactionalId),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
