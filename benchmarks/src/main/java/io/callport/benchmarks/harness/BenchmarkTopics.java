package io.callport.benchmarks.harness;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;

/**
 * Topics of one turn, which no other turn sees.
 *
 * @param bootstrap where the broker is
 * @param name a prefix of all names, and the consumer group
 * @param partitions of the commands and of the results
 */
public record BenchmarkTopics(String bootstrap, String name, int partitions) implements AutoCloseable {
    /** Makes the topics. */
    public static BenchmarkTopics set(String bootstrap, int partitions) {
        BenchmarkTopics stage = new BenchmarkTopics(
                bootstrap, "b" + UUID.randomUUID().toString().substring(0, 8), partitions);
        try (Admin admin = stage.admin()) {
            done(admin.createTopics(List.of(stage.topic(stage.commands()), stage.topic(stage.results())))
                    .all());
        }
        return stage;
    }

    /** Where commands are. */
    public String commands() {
        return name + ".commands";
    }

    /** Where results go. */
    public String results() {
        return name + ".results";
    }

    /** How many commands are below what the group has committed: each of them has its result, or one is lost. */
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
