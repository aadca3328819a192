package io.callport.benchmarks.harness;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer of all results that are committed. */
final class CommittedConsumer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private CommittedConsumer() {}

    /** Connected, and before the first result: whatever is published from now on, it need not look for its place. */
    static Consumer<byte[], byte[]> of(BenchmarkTopics stage) {
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", stage.bootstrap(),
                        "isolation.level", "read_committed",
                        "fetch.max.wait.ms", "20",
                        "max.poll.records", "5000"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, stage.partitions())
                .mapToObj(partition -> new TopicPartition(stage.results(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        partitions.forEach(partition -> consumer.position(partition, PATIENCE));
        return consumer;
    }
}
