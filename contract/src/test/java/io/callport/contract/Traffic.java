package io.callport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * All that was ever published to some topics, seen at the end of a test: whoever read it, and whether anyone did, every
 * message must be what the contract says.
 */
public final class Traffic {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, ConsumerRecord<byte[], byte[]>> commands = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final MessageCheck check = new MessageCheck();

    private Traffic() {}

    /**
     * Fails if a message is not of the contract.
     *
     * @param client how to reach Kafka
     * @param topics those of command and result topics that exist are read
     */
    public static void assertOfTheContract(Map<String, Object> client, Topics topics) {
        Traffic traffic = new Traffic();
        try (Admin admin = Admin.create(client);
                KafkaConsumer<byte[], byte[]> reader = reader(client)) {
            Set<String> existing = admin.listTopics().names().get();
            read(reader, topics.commands(), existing).forEach(record -> traffic.commands.put(RecordJson.position(record), record));
            read(reader, topics.results(), existing).forEach(traffic::result);
            read(reader, topics.deadLetters(), existing)
                    .forEach(record -> traffic.note(record, traffic.check.deadLetter(record)));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        assertThat(traffic.problems)
                .as("messages that are not what docs/schemas/v1 says; mend them, or the schema if it may change (docs/contract.md)")
                .isEmpty();
    }

    /** The topics of a service, by what is on them. */
    public record Topics(Set<String> commands, Set<String> results, Set<String> deadLetters) {}

    private void result(ConsumerRecord<byte[], byte[]> record) {
        note(record, check.result(record));
        JsonNode origin = RecordJson.headers(record).path("ce_id");
        ConsumerRecord<byte[], byte[]> command = commands.get(origin.asText());
        if (command != null) {
            note(command, check.command(command, RecordJson.value(record)));
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record, List<String> found) {
        found.forEach(problem -> problems.add(RecordJson.position(record) + " " + problem));
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            KafkaConsumer<byte[], byte[]> reader, Set<String> topics, Set<String> existing) {
        List<TopicPartition> partitions = topics.stream()
                .filter(existing::contains)
                .flatMap(topic -> reader.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (missing(reader, ends).findAny().isPresent()) {
            assertThat(System.nanoTime()).as("not all of " + topics + " could be read").isLessThan(until);
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
