package io.callport.kafka.takeover;

import io.callport.kafka.changelog.StateContents;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads state partitions from their start to the end that was asked for, without waiting, with a consumer of its own
 * that is open only while something is read. The consumer reads committed records only, so that an open transaction
 * holds its position until the transaction is decided. One thread owns the reader.
 */
final class StateReader implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Supplier<Consumer<byte[], byte[]>> clients;
    private final Map<TopicPartition, Reading> readings = new HashMap<>();
    private @Nullable Consumer<byte[], byte[]> client;

    /** The records of a partition that were read, and the offset at which the reading ends. */
    private record Reading(long end, StateContents contents) {}

    /** @param clients opens consumers without a group that read committed records, from the earliest on */
    StateReader(Supplier<Consumer<byte[], byte[]>> clients) {
        this.clients = clients;
    }

    /**
     * Begins to read a partition from its start, unless it is read up to this end already.
     *
     * @param end the offset before which every record is read
     */
    void begin(TopicPartition partition, long end) {
        Reading before = readings.get(partition);
        if (before != null && before.end() >= end) {
            return;
        }
        readings.put(partition, new Reading(end, new StateContents()));
        if (end > 0) {
            Consumer<byte[], byte[]> open = client == null ? clients.get() : client;
            client = open;
            assign(open);
            open.seek(partition, 0);
        }
    }

    /** Stops reading all partitions but these. */
    void retain(Set<TopicPartition> partitions) {
        if (!readings.keySet().retainAll(partitions) || client == null) {
            return;
        }
        if (readings.values().stream().allMatch(reading -> reading.end() == 0)) {
            closeClient();
        } else {
            assign(client);
        }
    }

    /** Reads on, as far as records have come in. */
    void poll() {
        if (client == null) {
            return;
        }
        for (ConsumerRecord<byte[], byte[]> record : client.poll(Duration.ZERO)) {
            Reading reading = readings.get(new TopicPartition(record.topic(), record.partition()));
            if (reading != null) {
                reading.contents().add(record.offset(), record.key(), record.value());
            }
        }
    }

    /** Whether a partition that is being read is read up to its end. */
    boolean isFinished(TopicPartition partition) {
        Reading reading = readings.get(partition);
        return reading != null && remaining(partition, reading) == 0;
    }

    /** The contents of a partition that is being read, as far as the partition is read. */
    StateContents contents(TopicPartition partition) {
        return Objects.requireNonNull(readings.get(partition), "this partition is not read")
                .contents();
    }

    /** The number of offsets that are not read yet of a partition that is being read; zero of any other. */
    long remaining(TopicPartition partition) {
        Reading reading = readings.get(partition);
        return reading == null ? 0 : remaining(partition, reading);
    }

    private long remaining(TopicPartition partition, Reading reading) {
        if (client == null || reading.end() == 0) {
            return reading.end();
        }
        try {
            return Math.max(0, reading.end() - client.position(partition, Duration.ZERO));
        } catch (TimeoutException e) {
            return reading.end();
        }
    }

    private void assign(Consumer<byte[], byte[]> open) {
        open.assign(readings.entrySet().stream()
                .filter(entry -> entry.getValue().end() > 0)
                .map(Map.Entry::getKey)
                .toList());
    }

    @Override
    public void close() {
        closeClient();
        readings.clear();
    }

    private void closeClient() {
        if (client != null) {
            client.close(CloseOptions.timeout(CLOSE));
            client = null;
        }
    }
}
