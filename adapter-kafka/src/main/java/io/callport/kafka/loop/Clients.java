package io.callport.kafka.loop;

import io.callport.kafka.ClientSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the loop's two clients: what the loop owns is set, what it prefers is set unless configured, the rest passes. */
final class Clients {
    private static final String TRANSACTION_TIMEOUT_MS =
            "10000"; // as Kafka Streams: a crashed owner blocks readers so long
    private static final String MAX_BLOCK_MS = "5000";
    private static final long DELIVERY_TIMEOUT_MS = 8_000; // less than the transaction's, which would end it anyway
    private static final String REQUEST_TIMEOUT_MS = "5000";
    private static final String MAX_POLL_RECORDS = "5000"; // as many as a transaction holds
    private static final String COMPRESSION_TYPE = "lz4"; // every client reads it, every JVM writes it, and it is quick

    private Clients() {}

    /** Closes the producer if the consumer cannot be made. */
    static KafkaConsumer<byte[], byte[]> consumer(ClientSettings settings, Producer<?, ?> beside) {
        try {
            return consumer(settings);
        } catch (KafkaException e) {
            beside.close(Duration.ZERO);
            throw e;
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(ClientSettings settings) {
        Map<String, Object> properties = settings.forConsumer();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        if (!"consumer".equalsIgnoreCase(String.valueOf(properties.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG)))) {
            properties.put(
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        }
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static KafkaProducer<byte[], byte[]> producer(ClientSettings settings, String transactionalId) {
        Map<String, Object> properties = settings.forProducer();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
        properties.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, "0");
        properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION_TYPE);
        properties.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryTimeout(properties));
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** How long the broker lets a transaction be open. */
    static Duration transactionTimeout(ClientSettings settings) {
        Map<String, Object> properties = settings.forProducer();
        return Duration.ofMillis(
                millis(properties.getOrDefault(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS)));
    }

    /** Kafka refuses one that is shorter than a request and its linger. */
    private static String deliveryTimeout(Map<String, Object> properties) {
        long request =
                millis(properties.getOrDefault(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS));
        long linger = millis(properties.getOrDefault(ProducerConfig.LINGER_MS_CONFIG, "0"));
        return String.valueOf(Math.max(DELIVERY_TIMEOUT_MS, request + linger));
    }

    private static long millis(Object value) {
        return Long.parseLong(value.toString().strip());
    }
}
