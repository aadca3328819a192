package io.callport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Checks all messages on some topics at the end of a test: each must match the contract, also those that no test read.
 */
public final class TrafficCheck {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private TrafficCheck() {}

    /** Deviations that some tests allow. */
    public enum Allowed {
        /** There may be no message at all. */
        NO_MESSAGES,
        /** The service's offsets were set back, so that it answers again. */
        REPEATED_RESULTS
    }

    /**
     * Fails if a message is not of the contract, if a result is of no command or not the only one, or if there is no
     * message.
     *
     * @param client how to reach Kafka
     * @param topics those of a service, by their names: {@code ….commands}, {@code ….dead-letters}, {@code ….events},
     *     {@code ….state} without messages, all others hold results
     * @param replies topics that replace them; what does not exist has no messages
     */
    public static void assertOfTheContract(
            Map<String, Object> client, Collection<String> topics, Collection<String> replies) {
        assertOfTheContract(client, topics, replies, Set.of());
    }

    /** Checks all messages, with some deviations allowed. */
    public static void assertOfTheContract(
            Map<String, Object> client, Collection<String> topics, Collection<String> replies, Set<Allowed> allowed) {
        ResultMatching conversation = new ResultMatching(allowed.contains(Allowed.REPEATED_RESULTS));
        try (Admin admin = Admin.create(client);
                KafkaConsumer<byte[], byte[]> reader = reader(client)) {
            Set<String> existing = admin.listTopics().names().get();
            List<String> all = Stream.concat(topics.stream(), replies.stream())
                    .filter(existing::contains)
                    .filter(topic -> !isState(topic))
                    .toList();
            read(reader, all, TrafficCheck::isCommands).forEach(conversation::command);
            read(reader, all, TrafficCheck::isResults).forEach(conversation::result);
            read(reader, all, TrafficCheck::isEvents).forEach(conversation::event);
            read(reader, all, TrafficCheck::isDeadLetters).forEach(conversation::deadLetter);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        assertThat(conversation.problems())
                .as(
                        "messages that are not what docs/schemas/v1 says; docs/contract.md says which of the two may change")
                .isEmpty();
        assertThat(conversation.isEmpty() && !allowed.contains(Allowed.NO_MESSAGES))
                .as("nothing was looked at on " + topics + " and " + replies + ": are these the names?")
                .isFalse();
    }

    private static boolean isCommands(String topic) {
        return topic.endsWith(".commands");
    }

    private static boolean isEvents(String topic) {
        return topic.endsWith(".events");
    }

    private static boolean isResults(String topic) {
        return !isCommands(topic) && !isDeadLetters(topic) && !isEvents(topic);
    }

    private static boolean isState(String topic) {
        return topic.endsWith(".state");
    }

    private static boolean isDeadLetters(String topic) {
        return topic.endsWith(".dead-letters");
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            KafkaConsumer<byte[], byte[]> reader, List<String> topics, Predicate<String> wanted) {
        List<TopicPartition> partitions = topics.stream()
                .filter(wanted)
                .flatMap(topic -> reader.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (missing(reader, ends).findAny().isPresent()) {
            assertThat(System.nanoTime())
                    .as("not all of " + topics + " could be read")
                    .isLessThan(until);
            reader.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    private static Stream<TopicPartition> missing(
            KafkaConsumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends) {
        return ends.keySet().stream().filter(partition -> reader.position(partition) < ends.get(partition));
    }

    private static KafkaConsumer<byte[], byte[]> reader(Map<String, Object> client) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.remove("group.id");
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
