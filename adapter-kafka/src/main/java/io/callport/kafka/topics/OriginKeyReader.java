package io.callport.kafka.topics;

import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.client.GrouplessConsumer;
import io.callport.kafka.origin.OriginKeys;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.query.ExceptionKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the keys of all state topics outside the loop, from the first record of each partition 0 on, and goes on
 * reading, so that a key that was replaced is known. An instance owns few of these partitions, but needs every key. One
 * thread owns it.
 */
final class OriginKeyReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OriginKeyReader.class);
    private static final Duration POLL = Duration.ofMillis(50);

    /** The thread has other work: what is left is read the next time. */
    private static final Duration MAX_AT_ONCE = Duration.ofSeconds(1);

    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final TopicSettings settings;
    private final Supplier<Consumer<byte[], byte[]>> clients;
    private final OriginKeys keys;
    private final Map<TopicPartition, Reading> readings = new HashMap<>();
    private @Nullable Consumer<byte[], byte[]> client;

    /** The records of a partition that were read so far, of the topic with one id. */
    private static final class Reading {
        private final String commands;
        private final String topicId;
        private @Nullable OriginKey key;
        private boolean caughtUp;

        Reading(String commands, String topicId) {
            this.commands = commands;
            this.topicId = topicId;
        }
    }

    /** @param clients opens consumers without a group that read committed records */
    OriginKeyReader(TopicSettings settings, Supplier<Consumer<byte[], byte[]>> clients, OriginKeys keys) {
        this.settings = settings;
        this.clients = clients;
        this.keys = keys;
    }

    /** Makes a reader that connects when it first reads. */
    static OriginKeyReader of(KafkaSettings settings, OriginKeys keys) {
        Map<String, Object> properties = Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new OriginKeyReader(
                settings.topics(), () -> GrouplessConsumer.open(settings.clients(), properties), keys);
    }

    /** Whether all keys are known. */
    boolean isComplete() {
        return settings.vendors().values().stream().allMatch(family -> keys.keyOf(family.commands()) != null);
    }

    /**
     * Reads on, for about a second at most. A failure leaves the keys as they are known: the next time reads again.
     *
     * @param view the topics as they are now
     */
    void read(TopicView view) {
        try {
            follow(view);
            if (client != null) {
                poll(client);
            }
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.atDebug().addKeyValue("reason", ExceptionKind.of(e)).log("Keys cannot be read yet");
            close();
        }
    }

    /** Begins to read topics that are new, or were recreated: a key is lost with its topic. */
    private void follow(TopicView view) {
        Map<TopicPartition, Reading> wanted = new HashMap<>();
        for (VendorTopics family : settings.vendors().values()) {
            if (view.exists(family.state(), 0)) {
                TopicPartition partition = new TopicPartition(family.state(), 0);
                Reading known = readings.get(partition);
                String id = view.id(family.state());
                wanted.put(
                        partition,
                        known != null && known.topicId.equals(id) ? known : new Reading(family.commands(), id));
            }
        }
        if (wanted.equals(readings) || wanted.isEmpty()) {
            return;
        }
        Consumer<byte[], byte[]> open = client == null ? clients.get() : client;
        client = open;
        open.assign(wanted.keySet());
        wanted.forEach((partition, reading) -> {
            if (readings.get(partition) != reading) {
                open.seek(partition, 0);
            }
        });
        readings.clear();
        readings.putAll(wanted);
        publish();
    }

    private void poll(Consumer<byte[], byte[]> open) {
        long until = System.nanoTime() + MAX_AT_ONCE.toNanos();
        ConsumerRecords<byte[], byte[]> records;
        do {
            records = open.poll(POLL);
            records.forEach(this::keepKey);
        } while (!records.isEmpty() && System.nanoTime() < until);
        readings.forEach((partition, reading) -> {
            if (open.currentLag(partition).orElse(1) == 0) {
                reading.caughtUp = true;
            }
        });
        publish();
    }

    private void keepKey(ConsumerRecord<byte[], byte[]> record) {
        Reading reading = readings.get(new TopicPartition(record.topic(), record.partition()));
        if (reading != null && record.key() != null && OriginKey.isNamed(record.key())) {
            reading.key = OriginKey.readValue(record.value());
        }
    }

    /** Publishes the keys of the partitions that were read to their end: before it, a later key may follow. */
    private void publish() {
        Map<String, OriginKey> known = new HashMap<>();
        for (Reading reading : List.copyOf(readings.values())) {
            if (reading.caughtUp && reading.key != null) {
                known.put(reading.commands, reading.key);
            }
        }
        keys.set(known);
    }

    @Override
    public void close() {
        if (client != null) {
            client.close(CloseOptions.timeout(CLOSE));
            client = null;
        }
        readings.clear();
    }
}
