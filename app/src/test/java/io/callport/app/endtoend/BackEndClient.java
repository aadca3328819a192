package io.callport.app.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A back end with a user of its own: publishes to command topics and reads the committed results. */
final class BackEndClient implements AutoCloseable {
    private final Producer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> read = new ArrayList<>();
    private boolean published;

    BackEndClient(Map<String, Object> client, List<String> topics) {
        producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer());
        Map<String, Object> reading = new HashMap<>(client);
        reading.put("isolation.level", "read_committed");
        reading.put("enable.auto.commit", "false");
        consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Publishes; returns {@code topic/partition/offset}. */
    String publish(
            String topic,
            @Nullable Integer partition,
            @Nullable String key,
            @Nullable String value,
            Header... headers) {
        published = true;
        try {
            RecordMetadata sent = producer.send(new ProducerRecord<>(topic, partition, key, value, List.of(headers)))
                    .get();
            return sent.topic() + "/" + sent.partition() + "/" + sent.offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it published anything at all. */
    boolean hasPublished() {
        return published;
    }

    /** Waits for the record on a topic that came of the one published there. */
    ConsumerRecord<String, String> await(String topic, String header, String value) {
        SecuredFixture.until(header + "=" + value + " on " + topic, () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            return found(topic, header, value).size() > 0;
        });
        return found(topic, header, value).get(0);
    }

    /** The number of records that were read from a topic. */
    long seen(String topic) {
        return read.stream().filter(record -> record.topic().equals(topic)).count();
    }

    private List<ConsumerRecord<String, String>> found(String topic, String header, String value) {
        return read.stream()
                .filter(record -> record.topic().equals(topic))
                .filter(record -> value.equals(header(record, header)))
                .toList();
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
