package io.callport.kafka.admin;

import io.callport.kafka.admin.SliceReader.Slice;
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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the dead letters' topic, committed records alone, without a group. One thread uses it. */
final class DeadLetterReader implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String FETCH_MAX_BYTES = "8388608"; // bounds the memory, however large the topic

    private final String topic;
    private final DeadLetterListener listener;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SliceReader reader;

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
        this.reader = new SliceReader(consumer, SliceReader.TIMEOUT);
    }

    /** The slices that hold every record there is now, or every record that is not older than a time. */
    List<Slice> slices(@Nullable Instant since) {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions); // else the client warns of offsets of partitions that it does not read
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, TIMEOUT);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TIMEOUT);
        Map<TopicPartition, Long> from = since == null ? starts : notBefore(since, partitions, ends);
        return partitions.stream()
                .map(partition ->
                        new Slice(partition, from.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L)))
                .toList();
    }

    /** Reads the dead letters of the slices, and no others, in batches. */
    void read(List<Slice> slices, Consumer<List<DeadLetter>> batch) {
        reader.read(
                slices,
                records -> batch.accept(
                        records.stream().map(DeadLetterReader::letter).toList()),
                listener::progress);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, TIMEOUT).stream()
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
        Map<TopicPartition, @Nullable OffsetAndTimestamp> found = consumer.offsetsForTimes(times, TIMEOUT);
        found.forEach((partition, at) -> {
            if (at != null) {
                starts.put(partition, at.offset());
            }
        });
        return starts;
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
