package io.callport.system.crash.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Reads results and dead letters as they arrive, through every outage of the broker. Thread-safe. */
public final class ResultReader implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String DEAD_LETTER = "__dlq.errors.";

    private final Map<String, List<Result>> byId = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final String bootstrapServers;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::read, "crash-results");
    private volatile boolean closing;

    private ResultReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.consumer = TopicReader.consumer(bootstrapServers, Topics.RESULTS);
    }

    /** Starts a reader of all results. */
    public static ResultReader start(String bootstrapServers) {
        ResultReader reader = new ResultReader(bootstrapServers);
        reader.thread.start();
        return reader;
    }

    /** The number of results read. */
    public int count() {
        return count.get();
    }

    /** The results read, by the id of their command; a command may have only one result. */
    public Map<String, List<Result>> byId() {
        Map<String, List<Result>> copy = new TreeMap<>();
        byId.forEach((id, results) -> copy.put(id, List.copyOf(results)));
        return copy;
    }

    /** Whether each of these commands has a result. */
    public boolean hasAll(Set<String> ids) {
        return byId.keySet().containsAll(ids);
    }

    /** Reads to the present end of all topics, then stops. */
    public void end() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while reading results", e);
        }
    }

    @Override
    public void close() {
        end();
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                consumer.poll(POLL).forEach(this::take);
            }
            TopicReader.readToEnd(bootstrapServers, consumer, this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Result result = result(record);
        byId.computeIfAbsent(result.id(), id -> new CopyOnWriteArrayList<>()).add(result);
        count.incrementAndGet();
    }

    private static Result result(ConsumerRecord<byte[], byte[]> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        if (record.topic().equals(Topics.DEAD_LETTERS)) {
            String id = TopicReader.header(record, DEAD_LETTER + "topic") + "/"
                    + TopicReader.header(record, DEAD_LETTER + "partition") + "/"
                    + TopicReader.header(record, DEAD_LETTER + "offset");
            return new Result(id, "dead-letter", TopicReader.place(record), at);
        }
        return new Result(TopicReader.header(record, "ce_id"), status(record.value()), TopicReader.place(record), at);
    }

    private static String status(byte[] value) {
        try {
            JsonNode json = JSON.readTree(value);
            String status = json.path("status").asText();
            return status.equals("refused") ? json.path("reason").asText() : status;
        } catch (IOException e) {
            return "not JSON";
        }
    }
}
