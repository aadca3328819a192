package io.callport.benchmarks.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads the committed results on a thread of its own, and records the time of each command's first result. The numbers
 * of the commands are 0 and up. Thread-safe.
 */
public final class ResultReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TO_THE_END = Duration.ofSeconds(30);
    private static final long POLL_INTERVAL = 1_000_000;
    private static final Pattern REASON = Pattern.compile("\"reason\":\"([^\"]*)\"");
    private static final int WEIGHED = 64; // one of so many: to read all headers would slow the reader

    private final Consumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::read, "benchmark-results");
    private final long[] arrivedAt;
    private final NavigableMap<Integer, String> refused = new TreeMap<>();
    private final BitSet duplicates = new BitSet();
    private ResultCounts counts = new ResultCounts(0, 0, 0, 0);
    private int copies;
    private long bytes;
    private int weighed;
    private @Nullable ConsumerRecord<byte[], byte[]> last;
    private volatile int done;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean closing;

    private ResultReader(BenchmarkTopics topics, int commands) {
        this.arrivedAt = new long[commands];
        this.consumer = CommittedConsumer.of(topics);
    }

    /**
     * Starts a reader from the first result on, for that many commands; returns when the reader has reached its
     * position.
     */
    public static ResultReader of(BenchmarkTopics topics, int commands) {
        ResultReader results = new ResultReader(topics, commands);
        results.thread.setDaemon(true);
        results.thread.start();
        return results;
    }

    /**
     * Waits until that many commands have a result, or the time is up; returns the number of commands with a result.
     */
    public int await(int commands, Duration longest) {
        long until = System.nanoTime() + longest.toNanos();
        while (done < commands && System.nanoTime() < until) {
            LockSupport.parkNanos(POLL_INTERVAL);
            rethrow();
        }
        return done;
    }

    /** A snapshot of the counts; later results do not change it. */
    public synchronized ResultCounts counts() {
        return counts;
    }

    /** The time of a command's first result, by {@link System#nanoTime}; 0 if it has none. */
    public synchronized long arrivedAt(int number) {
        return arrivedAt[number];
    }

    /** The number of results of commands that already had a result. */
    public synchronized int duplicates() {
        return copies;
    }

    /** The number of commands in that range that had more than one result. */
    public synchronized int duplicates(int first, int count) {
        return duplicates.get(first, first + count).cardinality();
    }

    /** The number of refused commands. */
    public int refused() {
        return refused(0, arrivedAt.length);
    }

    /** The number of refused commands in that range. */
    public synchronized int refused(int first, int count) {
        return refused.subMap(first, first + count).size();
    }

    /** The reasons for which commands in that range were refused. */
    public synchronized Set<String> reasons(int first, int count) {
        return new TreeSet<>(refused.subMap(first, first + count).values());
    }

    /** The mean size of a result: key, value and headers, not compressed. */
    public synchronized double bytesEach() {
        return (double) bytes / Math.max(1, weighed);
    }

    /** The last result, which must exist. */
    public synchronized ConsumerRecord<byte[], byte[]> last() {
        if (last == null) {
            throw new IllegalStateException("no result");
        }
        return last;
    }

    /** Reads to the last result that is committed now, then stops. */
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
                add(consumer.poll(POLL));
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            long until = System.nanoTime() + TO_THE_END.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                add(consumer.poll(POLL));
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("the results have no end");
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private synchronized void add(ConsumerRecords<byte[], byte[]> batch) {
        for (ConsumerRecord<byte[], byte[]> result : batch) {
            int number = Integer.parseInt(header(result, CommandPublisher.NUMBER));
            if (arrivedAt[number] == 0) {
                takeFirst(number, result);
            } else {
                copies++;
                duplicates.set(number);
            }
        }
        if (counts.firstBatch() == 0) {
            counts = new ResultCounts(counts.done(), counts.done(), counts.lastAt(), counts.lastAt());
        }
        done = counts.done();
    }

    private void takeFirst(int number, ConsumerRecord<byte[], byte[]> result) {
        long now = System.nanoTime();
        arrivedAt[number] = now;
        counts = new ResultCounts(counts.done() + 1, counts.firstBatch(), counts.firstAt(), now);
        last = result;
        if (number % WEIGHED == 0) {
            bytes += size(result);
            weighed++;
        }
        if (header(result, "ce_type").contains(".refusal.")) {
            Matcher reason = REASON.matcher(new String(result.value(), UTF_8));
            refused.put(number, reason.find() ? reason.group(1) : "no reason");
        }
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
