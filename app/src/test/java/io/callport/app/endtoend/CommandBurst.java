package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.account.Account;
import io.callport.kafka.admin.MessageJson;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.VendorTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Many callers of one account that do not wait for one another. */
final class CommandBurst implements AutoCloseable {
    /** A received result, with its command's correlation id. */
    record Received(String id, JsonNode result) {
        @Override
        public String toString() {
            return id + result.path("request"); // thousands of number pools are no help
        }
    }

    private static final String CORRELATION = "ce_correlationid";
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** When each command was published, at the latest, by the wall clock. */
    final Map<String, Instant> published = new HashMap<>();

    private final Account account;
    private final VendorTopics topics;
    private final Producer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> reader;

    CommandBurst(KafkaSettings settings, Account account) {
        this.account = account;
        this.topics = settings.topics().ofVendor(account.vendor());
        Map<String, Object> common = settings.clients().common();
        this.producer = new KafkaProducer<>(common, new ByteArraySerializer(), new ByteArraySerializer());
        Map<String, Object> reading = new HashMap<>(common);
        reading.remove("group.id");
        reading.put("isolation.level", "read_committed");
        this.reader = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = reader.partitionsFor(topics.results()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
    }

    /** Publishes equal commands, evenly over that time. */
    void publish(int count, Duration over, String query) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + over.toNanos() * i / count;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            sent.add(publish("c" + i, query));
        }
        sent.forEach(CommandBurst::await);
    }

    private Future<RecordMetadata> publish(String id, String query) {
        Instant now = Instant.now();
        byte[] key = account.toString().getBytes(StandardCharsets.UTF_8);
        byte[] value = MessageJson.writeCommand(query, account, "{}", now.plus(DEADLINE));
        ProducerRecord<byte[], byte[]> command = new ProducerRecord<>(topics.commands(), key, value);
        command.headers().add(CORRELATION, id.getBytes(StandardCharsets.UTF_8));
        published.put(id, now);
        return producer.send(command);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every result up to that of one more command: an account's results are published in order of their making. */
    List<Received> results(Duration patience, String lastQuery) {
        List<Received> received = new ArrayList<>();
        int expected = published.size();
        long until = System.nanoTime() + patience.toNanos();
        while (received.size() < expected) {
            assertThat(System.nanoTime())
                    .as("only " + received.size() + " results")
                    .isLessThan(until);
            read(received);
        }
        await(publish("last", lastQuery));
        while (received.stream().noneMatch(one -> one.id().equals("last"))) {
            assertThat(System.nanoTime()).as("no last result").isLessThan(until + patience.toNanos());
            read(received);
        }
        received.removeIf(one -> one.id().equals("last"));
        return received;
    }

    private void read(List<Received> received) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(100))) {
            byte[] id = record.headers().lastHeader(CORRELATION).value();
            try {
                received.add(new Received(new String(id, StandardCharsets.UTF_8), JSON.readTree(record.value())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        producer.close();
        reader.close();
    }
}
