package io.callport.benchmarks.contender.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Kafka's clients with their defaults, except for Callport's compression and the settings that a contender must change.
 */
final class KafkaClients {
    private KafkaClients() {}

    static Map<String, Object> consumerSettings(ContenderTask work) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", work.topics().bootstrap());
        settings.put("group.id", work.topics().name());
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("isolation.level", "read_committed");
        return settings;
    }

    static Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static Map<String, Object> producerSettings(ContenderTask work) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", work.topics().bootstrap());
        settings.put("compression.type", "lz4");
        return settings;
    }

    static Producer<byte[], byte[]> producer(ContenderTask work, boolean transactional) {
        Map<String, Object> settings = producerSettings(work);
        if (transactional) {
            settings.put("transactional.id", work.topics().name() + "-" + UUID.randomUUID());
        }
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
