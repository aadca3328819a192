package io.callport.benchmarks.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.account.Account;
import io.callport.kafka.admin.MessageJson;
import io.callport.kafka.settings.VendorTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A back end of accounts that publishes commands and reads their results, both independently: a late result delays no
 * command. One thread publishes; another thread receives the results.
 */
final class CommandClient implements AutoCloseable {
    private static final String CORRELATION = "ce_correlationid";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final VendorTopics topics;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Asked> pending = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Thread reader = new Thread(this::read, "benchmark-results");
    private volatile boolean closing;

    private record Asked(long at, CommandCounts counts) {}

    private CommandClient(String bootstrap, VendorTopics topics) {
        this.topics = topics;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed", "fetch.max.wait.ms", "20"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Starts to read results from now on. */
    static CommandClient of(String bootstrap, VendorTopics topics) {
        CommandClient client = new CommandClient(bootstrap, topics);
        List<TopicPartition> results = List.of(new TopicPartition(topics.results(), 0));
        client.consumer.assign(results);
        client.consumer.seekToEnd(results);
        results.forEach(partition -> client.consumer.position(partition, TIMEOUT));
        client.reader.start();
        return client;
    }

    /** Publishes a command that equals no other command; its latency counts from now. */
    void ask(Account account, Duration deadline, CommandCounts counts) {
        String correlation = String.valueOf(numbers.incrementAndGet());
        String params = "{\"customerId\":\"" + correlation + "\",\"appKey\":\"k\",\"status\":1}";
        byte[] value = MessageJson.writeCommand(
                "call-info.lookup", account, params, Instant.now().plus(deadline));
        ProducerRecord<byte[], byte[]> command =
                new ProducerRecord<>(topics.commands(), account.toString().getBytes(UTF_8), value);
        command.headers().add(CORRELATION, correlation.getBytes(UTF_8));
        counts.asked();
        pending.put(correlation, new Asked(System.nanoTime(), counts));
        Future<RecordMetadata> unused = producer.send(command); // what is not sent has no result, and that shows
    }

    @Override
    public void close() {
        closing = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(TIMEOUT);
        consumer.close();
    }

    private void read() {
        while (!closing) {
            consumer.poll(POLL).forEach(this::add);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> result) {
        Asked asked = pending.remove(header(result, CORRELATION));
        if (asked != null) {
            boolean answered = header(result, "ce_type").contains(".answer.");
            asked.counts.ended(answered, System.nanoTime() - asked.at);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> result, String name) {
        return new String(result.headers().lastHeader(name).value(), UTF_8);
    }
}
