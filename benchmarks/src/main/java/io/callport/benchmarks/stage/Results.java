package io.callport.benchmarks.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the results that are committed, on a thread of its own, and notes when each command's first one came. The numbers of
 * the commands are 0 and up.
 */
public final class Results implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long GLANCE = 1_000_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::read, "benchmark-results");
    private final long[] arrivedAt;
    private int firstBatch;
    private long firstAt;
    private long lastAt;
    private int again;
    private int refused;
    private byte[] lastValue = new byte[0];
    private volatile int seen;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean closing;

    private Results(Stage stage, int commands) {
        this.arrivedAt = new long[commands];
        this.consumer = new KafkaConsumer<>(
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
    }

    /** Reads from the first on, for so many commands. */
    public static Results of(Stage stage, int commands) {
        Results results = new Results(stage, commands);
        results.thread.setDaemon(true);
        results.thread.start();
        return results;
    }

    /** Waits until so many commands have a result, or the time is up; returns how many have. */
    public int await(int commands, Duration longest) {
        long until = System.nanoTime() + longest.toNanos();
        while (seen < commands && System.nanoTime() < until) {
            LockSupport.parkNanos(GLANCE);
            RuntimeException failed = failure;
            if (failed != null) {
                throw failed;
            }
        }
        return seen;
    }

    /**
     * Results a second, from the first batch to the last: so neither the start nor the first fill of a pipeline counts. To be
     * asked when the reader is closed.
     */
    public double perSecond() {
        long took = lastAt - firstAt;
        return took <= 0 ? seen : (seen - firstBatch) * 1e9 / took;
    }

    /** How many commands have a result. */
    public int done() {
        return seen;
    }

    /** When a command's first result came, by {@link System#nanoTime}; 0 if it has none. */
    public long arrivedAt(int number) {
        return arrivedAt[number];
    }

    /** How many results came for commands that already had one. */
    public int again() {
        return again;
    }

    /** How many were refusals. */
    public int refused() {
        return refused;
    }

    /** The value of the last result. */
    public byte[] lastValue() {
        return lastValue.clone();
    }

    /** Stops reading, and waits until that is so. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                consumer.poll(POLL).forEach(this::take);
                if (firstAt == 0 && seen > 0) {
                    firstAt = lastAt;
                    firstBatch = seen;
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> result) {
        int number = Integer.parseInt(header(result, Commands.NUMBER));
        if (arrivedAt[number] != 0) {
            again++;
            return;
        }
        lastAt = System.nanoTime();
        arrivedAt[number] = lastAt;
        lastValue = result.value();
        refused += header(result, "ce_type").contains(".refusal.") ? 1 : 0;
        int soFar = seen + 1; // this thread alone writes it
        seen = soFar;
    }

    private static String header(ConsumerRecord<byte[], byte[]> result, String name) {
        Header header = result.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
