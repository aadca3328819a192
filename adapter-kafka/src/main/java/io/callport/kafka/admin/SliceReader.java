package io.callport.kafka.admin;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads ranges of offsets with a consumer without a group, each up to its end. One thread uses it. */
final class SliceReader {
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration POSITION = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Duration timeout;

    /**
     * A range of offsets in a partition.
     *
     * @param partition the partition
     * @param start the first offset
     * @param end the offset behind the last
     */
    record Slice(TopicPartition partition, long start, long end) {
        long offsets() {
            return Math.max(0, end - start);
        }
    }

    /** Receives how many of all offsets were read. */
    interface Progress {
        Progress NONE = (offsets, total) -> {};

        void read(long offsets, long total);
    }

    /** @param timeout the longest time without a step forward */
    SliceReader(KafkaConsumer<byte[], byte[]> consumer, Duration timeout) {
        this.consumer = consumer;
        this.timeout = timeout;
    }

    /**
     * Reads the records of the slices, and no others, in batches.
     *
     * @throws TimeoutException if no offset was read for too long
     */
    void read(List<Slice> slices, Consumer<List<ConsumerRecord<byte[], byte[]>>> batch, Progress progress) {
        Map<TopicPartition, Slice> open = new HashMap<>();
        slices.stream().filter(it -> it.offsets() > 0).forEach(it -> open.put(it.partition(), it));
        long total = slices.stream().mapToLong(Slice::offsets).sum();
        long left = total;
        consumer.assign(open.keySet());
        consumer.resume(open.keySet()); // paused by the read before
        open.values().forEach(slice -> consumer.seek(slice.partition(), slice.start()));
        long until = System.nanoTime() + timeout.toNanos();
        while (!open.isEmpty()) {
            batch.accept(records(consumer.poll(POLL), open));
            long unread = unreadOffsets(open);
            if (unread < left) {
                left = unread;
                until = System.nanoTime() + timeout.toNanos();
            } else if (System.nanoTime() > until) {
                throw new TimeoutException("No record came for " + timeout);
            }
            progress.read(total - left, total);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(
            ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Slice> open) {
        return records.partitions().stream()
                .flatMap(partition ->
                        records.records(partition).stream().filter(record -> record.offset() < end(open, partition)))
                .toList();
    }

    private static long end(Map<TopicPartition, Slice> open, TopicPartition partition) {
        Slice slice = open.get(partition);
        return slice == null ? 0 : slice.end();
    }

    /** Counts the offsets that are not read yet. Pauses partitions that are read to the end. Offsets may have gaps. */
    private long unreadOffsets(Map<TopicPartition, Slice> open) {
        long left = 0;
        for (Slice slice : List.copyOf(open.values())) {
            long ahead = slice.end() - consumer.position(slice.partition(), POSITION);
            if (ahead <= 0) {
                open.remove(slice.partition());
                consumer.pause(List.of(slice.partition()));
            }
            left += Math.max(0, ahead);
        }
        return left;
    }
}
