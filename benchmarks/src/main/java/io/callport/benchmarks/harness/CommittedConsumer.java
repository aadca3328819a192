package io.callport.benchmarks.harness;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer of all committed results. */
final class CommittedConsumer {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private CommittedConsumer() {}

    /**
     * Makes a connected consumer at the topic's beginning, so that it need not search its position when results come.
     */
    static Consumer<byte[], byte[]> of(BenchmarkTopics topics) {
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", topics.bootstrap(),
                        "isolation.level", "read_committed",
                        "fetch.max.wait.ms", "20",
                        "max.poll.records", "5000"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, topics.partitions())
                .mapToObj(partition -> new TopicPartition(topics.results(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        partitions.forEach(partition -> consumer.position(partition, TIMEOUT));
        return consumer;
    }
}
