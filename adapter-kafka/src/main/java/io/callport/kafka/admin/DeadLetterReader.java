package io.callport.kafka.admin;

import io.callport.kafka.client.GrouplessConsumer;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.settings.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads the dead letters' topic, committed records alone, without a group. One thread uses it. */
final class DeadLetterReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STUCK = Duration.ofSeconds(30);
    private static final String FETCH_MAX_BYTES = "8388608"; // bounds the memory, however large the topic

    private final String topic;
    private final DeadLetterListener listener;
    private final KafkaConsumer<byte[], byte[]> consumer;

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

    DeadLetterReader(KafkaSettings settings, DeadLetterListener listener) {
        this.topic = settings.topics().deadLetters();
        this.listener = listener;
        this.consumer = GrouplessConsumer.open(
                settings.clients(),
                Map.of(
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest", // where records are deleted meanwhile
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        FETCH_MAX_BYTES));
    }

    /** The slices that hold every record there is now, or every record that is not older than a time. */
    List<Slice> slices(@Nullable Instant since) {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions); // else the client warns of offsets of partitions that it does not read
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> from = since == null ? starts : notBefore(since, partitions, ends);
        return partitions.stream()
                .map(partition ->
                        new Slice(partition, from.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L)))
                .toList();
    }

    /** Reads the dead letters of the slices, and no others, in batches. */
    void read(List<Slice> slices, Consumer<List<DeadLetter>> batch) {
        Map<TopicPartition, Slice> open = new HashMap<>();
        slices.stream().filter(it -> it.offsets() > 0).forEach(it -> open.put(it.partition(), it));
        long total = slices.stream().mapToLong(Slice::offsets).sum();
        long left = total;
        consumer.assign(open.keySet());
        consumer.resume(open.keySet()); // paused by the read before
        open.values().forEach(slice -> consumer.seek(slice.partition(), slice.start()));
        long until = System.nanoTime() + STUCK.toNanos();
        while (!open.isEmpty()) {
            batch.accept(letters(consumer.poll(POLL), open));
            long unread = unreadOffsets(open);
            if (unread < left) {
                left = unread;
                until = System.nanoTime() + STUCK.toNanos();
            } else if (System.nanoTime() > until) {
                throw new TimeoutException("No record came for " + STUCK);
            }
            listener.progress(total - left, total);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new DeadLettersException("Topic " + topic
                    + " does not exist; check topics.dead-letters, or start ./callport run, which creates it");
        }
        return partitions;
    }

    private Map<TopicPartition, Long> notBefore(
            Instant since, Collection<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        Map<TopicPartition, Long> starts = new HashMap<>(ends);
        Map<TopicPartition, @Nullable OffsetAndTimestamp> found = consumer.offsetsForTimes(times, PATIENCE);
        found.forEach((partition, at) -> {
            if (at != null) {
                starts.put(partition, at.offset());
            }
        });
        return starts;
    }

    private List<DeadLetter> letters(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Slice> open) {
        return records.partitions().stream()
                .flatMap(partition ->
                        records.records(partition).stream().filter(record -> record.offset() < end(open, partition)))
                .map(DeadLetterReader::letter)
                .toList();
    }

    private static long end(Map<TopicPartition, Slice> open, TopicPartition partition) {
        Slice slice = open.get(partition);
        return slice == null ? 0 : slice.end();
    }

    /** How many offsets are not read yet. Pauses partitions that are read to the end. Offsets may have gaps. */
    private long unreadOffsets(Map<TopicPartition, Slice> open) {
        long left = 0;
        for (Slice slice : List.copyOf(open.values())) {
            long ahead = slice.end() - consumer.position(slice.partition(), PATIENCE);
            if (ahead <= 0) {
                open.remove(slice.partition());
                consumer.pause(List.of(slice.partition()));
            }
            left += Math.max(0, ahead);
        }
        return left;
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
        List<RecordHeader> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new RecordHeader(header.key(), header.value())));
        return new DeadLetter(new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                headers));
    }
}
