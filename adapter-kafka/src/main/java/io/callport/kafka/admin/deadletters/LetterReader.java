package io.callport.kafka.admin.deadletters;

import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.DeadLetter;
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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the dead letters' topic, committed records alone, without a group. One thread uses it. */
final class LetterReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STUCK = Duration.ofSeconds(30);
    private static final String FETCH_MAX_WAIT_MS = "20"; // a broker answers nothing else meanwhile
    private static final String FETCH_MAX_BYTES = "8388608"; // so much at once, however large the topic

    private final String topic;
    private final LettersListener listener;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * A part of a partition.
     *
     * @param partition which
     * @param start its first offset
     * @param end the offset behind its last
     */
    record Slice(TopicPartition partition, long start, long end) {
        long offsets() {
            return Math.max(0, end - start);
        }
    }

    LetterReader(KafkaSettings settings, LettersListener listener) {
        this.topic = settings.topics().deadLetters();
        this.listener = listener;
        Map<String, Object> properties = settings.clients().forConsumer();
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"); // where records are deleted meanwhile
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MAX_WAIT_MS);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_MAX_BYTES);
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** All that is there now, or what is not older than a time. */
    List<Slice> slices(@Nullable Instant since) {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions); // else the client warns of offsets that it is told and did not want
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> from = since == null ? starts : notBefore(since, partitions, ends);
        return partitions.stream()
                .map(partition ->
                        new Slice(partition, from.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L)))
                .toList();
    }

    /** The slices' dead letters, a handful at a time, and no others. */
    void read(List<Slice> slices, Consumer<List<DeadLetter>> handful) {
        Map<TopicPartition, Slice> open = new HashMap<>();
        slices.stream().filter(it -> it.offsets() > 0).forEach(it -> open.put(it.partition(), it));
        long total = slices.stream().mapToLong(Slice::offsets).sum();
        long left = total;
        consumer.assign(open.keySet());
        consumer.resume(open.keySet()); // of the reading before
        open.values().forEach(slice -> consumer.seek(slice.partition(), slice.start()));
        long until = System.nanoTime() + STUCK.toNanos();
        while (!open.isEmpty()) {
            handful.accept(letters(consumer.poll(POLL), open));
            long now = left(open);
            if (now < left) {
                left = now;
                until = System.nanoTime() + STUCK.toNanos();
            } else if (System.nanoTime() > until) {
                throw new TimeoutException("No record came for " + STUCK);
            }
            listener.read(total - left, total);
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
                .map(LetterReader::letter)
                .toList();
    }

    private static long end(Map<TopicPartition, Slice> open, TopicPartition partition) {
        Slice slice = open.get(partition);
        return slice == null ? 0 : slice.end();
    }

    /** How many offsets are not read yet; what is read to its end is not asked for again. Offsets may have gaps. */
    private long left(Map<TopicPartition, Slice> open) {
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
