package io.callport.system.crash.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The events on a topic.
 *
 * @param byId the records of each event, by its {@code ce_id}: a callback that was sent twice may be there twice
 */
public record PublishedEvents(Map<String, List<Event>> byId) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One record of an event.
     *
     * @param key the record's key
     * @param content the value without the time of its receipt
     */
    public record Event(String key, String content) {}

    /** Reads a topic to its present end. */
    public static PublishedEvents read(String bootstrapServers, String topic) {
        Map<String, List<Event>> byId = new TreeMap<>();
        TopicReader.read(
                bootstrapServers,
                topic,
                record -> byId.computeIfAbsent(TopicReader.header(record, "ce_id"), id -> new ArrayList<>())
                        .add(event(record)));
        return new PublishedEvents(byId);
    }

    private static Event event(ConsumerRecord<byte[], byte[]> record) {
        try {
            ObjectNode value = (ObjectNode) JSON.readTree(record.value());
            value.remove("receivedAt");
            return new Event(new String(record.key(), StandardCharsets.UTF_8), value.toString());
        } catch (IOException e) {
            throw new IllegalStateException("an event is no JSON", e);
        }
    }
}
