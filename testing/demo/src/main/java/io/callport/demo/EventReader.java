package io.callport.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the events of all vendors from their topics, from the beginning. Not thread-safe. */
final class EventReader implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> read = new ArrayList<>();

    private EventReader(KafkaConsumer<String, String> consumer) {
        this.consumer = consumer;
    }

    /** Opens a reader of topics that are there. */
    static EventReader open(String bootstrapServers) {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String vendor : List.of("7moor", "callbot", "nxlink")) {
            consumer.partitionsFor("callport." + vendor + ".events")
                    .forEach(it -> partitions.add(new TopicPartition(it.topic(), it.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new EventReader(consumer);
    }

    /**
     * Waits for the event of a callback.
     *
     * @param ids ids of the callback; the event has at least one of them
     * @return the event's value
     * @throws IllegalStateException if it does not come within a minute
     */
    String await(Collection<String> ids) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < until) {
            for (ConsumerRecord<String, String> event : read) {
                if (ids.stream().anyMatch(event.value()::contains)) {
                    return event.value();
                }
            }
            consumer.poll(POLL).forEach(read::add);
        }
        throw new IllegalStateException("no event has one of the ids " + ids);
    }

    /** Reads until there are that many events, and returns all, in the order of each partition. */
    List<ConsumerRecord<String, String>> await(int count) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (read.size() < count && System.nanoTime() < until) {
            consumer.poll(POLL).forEach(read::add);
        }
        return List.copyOf(read);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
