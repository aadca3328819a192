package com.example;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.requestreply.ReplyingKafkaTemplate;

/** Sends a command to Callport over Kafka and waits for its result. */
public class QueryClient implements AutoCloseable {
    private final ReplyingKafkaTemplate<String, String, String> template;

    public QueryClient(String bootstrapServers) throws InterruptedException {
        ProducerFactory<String, String> commands = new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer());
        ConsumerFactory<String, String> results = new DefaultKafkaConsumerFactory<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "shop-" + UUID.randomUUID(), // each instance reads all replies
                        "auto.offset.reset",
                        "latest",
                        "isolation.level",
                        "read_committed"), // results are published in transactions
                new StringDeserializer(),
                new StringDeserializer());
        ContainerProperties replies = new ContainerProperties("shop.replies");
        template = new ReplyingKafkaTemplate<>(commands, new KafkaMessageListenerContainer<>(results, replies));
        template.setSharedReplyTopic(true); // replies to other instances are no errors
        template.afterPropertiesSet();
        template.start();
        template.waitForAssignment(Duration.ofSeconds(30));
    }

    /** The result as JSON: an answer or a refusal. */
    public String ask(String topic, String account, String query, Duration timeout)
            throws InterruptedException, ExecutionException {
        String command = "{\"query\":\"%s\",\"account\":\"%s\"}".formatted(query, account);
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, account, command);
        return template.sendAndReceive(record, timeout).get().value();
    }

    @Override
    public void close() {
        template.destroy();
    }
}
