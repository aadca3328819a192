package io.callport.benchmarks.harness;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;

/**
 * The topics of one turn, which no other turn uses.
 *
 * @param bootstrap the broker's address
 * @param name a prefix of all names, and the consumer group
 * @param partitions the number of partitions of each topic
 */
public record BenchmarkTopics(String bootstrap, String name, int partitions) implements AutoCloseable {
    /** Creates the topics of a turn. */
    public static BenchmarkTopics create(String bootstrap, int partitions) {
        BenchmarkTopics topics = new BenchmarkTopics(
                bootstrap, "b" + UUID.randomUUID().toString().substring(0, 8), partitions);
        try (Admin admin = topics.admin()) {
            done(admin.createTopics(List.of(topics.topic(topics.commands()), topics.topic(topics.results())))
                    .all());
        }
        return topics;
    }

    /** The topic of the commands. */
    public String commands() {
        return name + ".commands";
    }

    /** The topic of the results. */
    public String results() {
        return name + ".results";
    }

    /**
     * The number of commands below the group's committed offset: each of these commands has its result, or a result is
     * lost.
     */
    public long committed() {
        try (Admin admin = admin()) {
            return done(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata()).entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(commands()))
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        }
    }

    /** Removes the topics, so that the next turn has the disk to itself. */
    @Override
    public void close() {
        try (Admin admin = admin()) {
            done(admin.deleteTopics(List.of(commands(), results())).all());
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    private NewTopic topic(String topic) {
        return new NewTopic(topic, partitions, (short) 1);
    }

    private static <T> T done(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
