package io.callport.benchmarks.peer.kafka;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AcknowledgingMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.MessageListener;

/**
 * Spring for Apache Kafka 4.1.1: the container behind {@code @KafkaListener}, and a {@code KafkaTemplate}. At least once in
 * both ways.
 *
 * <p>With concurrency
 * (<a href="https://docs.spring.io/spring-kafka/reference/kafka/receiving-messages/message-listener-container.html">Message
 * Listener Containers</a>): a thread and a consumer for each partition, which is the most that helps; a listener that waits.
 * With {@code asyncAcks}
 * (<a href="https://docs.spring.io/spring-kafka/reference/kafka/receiving-messages/ooo-commits.html">Manually Committing
 * Offsets</a>): a listener that does not wait, and acknowledges in any order; as many records a poll as requests may be in
 * flight, since the consumer is paused until all of a poll are acknowledged.
 */
public final class SpringKafkaPeer implements Peer {
    private final boolean asyncAcks;

    private SpringKafkaPeer(boolean asyncAcks) {
        this.asyncAcks = asyncAcks;
    }

    /** A thread for each partition. */
    public static SpringKafkaPeer concurrent() {
        return new SpringKafkaPeer(false);
    }

    /** One thread, which does not wait. */
    public static SpringKafkaPeer asyncAcks() {
        return new SpringKafkaPeer(true);
    }

    @Override
    public Running start(Work work) {
        DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", work.stage().bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producers);
        ContainerProperties properties = new ContainerProperties(work.stage().commands());
        Map<String, Object> settings = Clients.consumerSettings(work);
        if (asyncAcks) {
            settings.put("max.poll.records", Integer.toString(work.parallel()));
            properties.setAckMode(AckMode.MANUAL);
            properties.setAsyncAcks(true);
        }
        Listener listener = new Listener(work);
        properties.setStopImmediate(true);
        properties.setMessageListener(listener(listener, template));
        ConcurrentMessageListenerContainer<byte[], byte[]> container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setConcurrency(asyncAcks ? 1 : work.stage().partitions());
        container.start();
        return () -> {
            listener.close();
            container.stop();
            producers.destroy();
        };
    }

    private Object listener(Listener listener, KafkaTemplate<byte[], byte[]> template) {
        if (asyncAcks) {
            AcknowledgingMessageListener<byte[], byte[]> later = (record, acknowledgment) -> {
                var unused = listener.answerLater(record)
                        .thenCompose(template::send)
                        .thenRun(Objects.requireNonNull(acknowledgment)::acknowledge);
            };
            return later;
        }
        MessageListener<byte[], byte[]> now = (ConsumerRecord<byte[], byte[]> record) -> {
            var unused = template.send(listener.answer(record));
        };
        return now;
    }
}
