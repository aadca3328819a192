package io.callport.benchmarks.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads the results that are committed, on a thread of its own, and notes when each command's first one came. The numbers of
 * the commands are 0 and up. Thread-safe.
 */
public final class ResultReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TO_THE_END = Duration.ofSeconds(30);
    private static final long GLANCE = 1_000_000;
    private static final int WEIGHED = 64; // one of so many: to read all headers would slow the reader

    private final Consumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::read, "benchmark-results");
    private final long[] arrivedAt;
    private final BitSet refused = new BitSet();
    private final BitSet again = new BitSet();
    private ResultCounts seen = new ResultCounts(0, 0, 0, 0);
    private int copies;
    private long bytes;
    private int weighed;
    private @Nullable ConsumerRecord<byte[], byte[]> last;
    private volatile int done;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean closing;

    private ResultReader(BenchmarkTopics stage, int commands) {
        this.arrivedAt = new long[commands];
        this.consumer = CommittedConsumer.of(stage);
    }

    /** Reads from the first on, for so many commands; returns when it is at its place. */
    public static ResultReader of(BenchmarkTopics stage, int commands) {
        ResultReader results = new ResultReader(stage, commands);
        results.thread.setDaemon(true);
        results.thread.start();
        return results;
    }

    /** Waits until so many commands have a result, or the time is up; returns how many have. */
    public int await(int commands, Duration longest) {
        long until = System.nanoTime() + longest.toNanos();
        while (done < commands && System.nanoTime() < until) {
            LockSupport.parkNanos(GLANCE);
            rethrow();
        }
        return done;
    }

    /** What has been seen until now; nothing that comes later changes it. */
    public synchronized ResultCounts seen() {
        return seen;
    }

    /** When a command's first result came, by {@link System#nanoTime}; 0 if it has none. */
    public synchronized long arrivedAt(int number) {
        return arrivedAt[number];
    }

    /** How many results came for commands that already had one. */
    public synchronized int again() {
        return copies;
    }

    /** How many of those commands had more than one result. */
    public synchronized int again(int first, int count) {
        return again.get(first, first + count).cardinality();
    }

    /** How many commands were refused. */
    public int refused() {
        return refused(0, arrivedAt.length);
    }

    /** How many of those commands were refused. */
    public synchronized int refused(int first, int count) {
        return refused.get(first, first + count).cardinality();
    }

    /** What a result has on average: key, value and headers, not compressed. */
    public synchronized double bytesEach() {
        return (double) bytes / Math.max(1, weighed);
    }

    /** The last result; there must be one. */
    public synchronized ConsumerRecord<byte[], byte[]> last() {
        if (last == null) {
            throw new IllegalStateException("no result");
        }
        return last;
    }

    /** Reads on to the last result that is committed now, and then no more. */
    public void readToEnd() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rethrow();
    }

    @Override
    public void close() {
        readToEnd();
    }

    private void rethrow() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                take(consumer.poll(POLL));
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            long until = System.nanoTime() + TO_THE_END.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                take(consumer.poll(POLL));
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("the results have no end");
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private synchronized void take(ConsumerRecords<byte[], byte[]> batch) {
        for (ConsumerRecord<byte[], byte[]> result : batch) {
            int number = Integer.parseInt(header(result, CommandPublisher.NUMBER));
            if (arrivedAt[number] == 0) {
                takeFirst(number, result);
            } else {
                copies++;
                again.set(number);
            }
        }
        if (seen.firstBatch() == 0) {
            seen = new ResultCounts(seen.done(), seen.done(), seen.lastAt(), seen.lastAt());
        }
        done = seen.done();
    }

    private void takeFirst(int number, ConsumerRecord<byte[], byte[]> result) {
        long now = System.nanoTime();
        arrivedAt[number] = now;
        seen = new ResultCounts(seen.done() + 1, seen.firstBatch(), seen.firstAt(), now);
        last = result;
        if (number % WEIGHED == 0) {
            bytes += size(result);
            weighed++;
        }
        refused.set(number, header(result, "ce_type").contains(".refusal."));
    }

    private static long size(ConsumerRecord<byte[], byte[]> result) {
        long size = (long) result.serializedKeySize() + result.serializedValueSize();
        for (Header header : result.headers()) {
            size += header.key().length() + header.value().length;
        }
        return size;
    }

    private static String header(ConsumerRecord<byte[], byte[]> result, String name) {
        Header header = result.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
