package io.callport.kafka.loop;

import io.callport.kafka.client.GrouplessConsumer;
import io.callport.kafka.dispatch.LoopTime;
import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.settings.ClientSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads past records that are larger than the memory once they are unpacked. The loop's consumer unpacks a record
 * before anyone can ask for its size, so the poll that meets such a record throws an {@link OutOfMemoryError}: one
 * large allocation fails, and nothing else is harmed. Another consumer, without a group, then reads one record at a
 * time. The record that it cannot read becomes a dead letter that has its position only; so do those behind it in the
 * same batch, which no consumer can read either. One thread owns an instance.
 */
final class OversizedRecords {
    private static final Logger LOG = LoggerFactory.getLogger(OversizedRecords.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /**
     * The number of offsets in a row that are set aside one by one, in a turn each. Beyond them the next one that can
     * be read is searched for in steps that double: a batch may have very many records behind one that is too large.
     */
    private static final int ONE_BY_ONE = 64;

    private static final String WHY =
            "value: this record, or one before it in its batch, unpacks to more than the service has memory for; publish smaller"
                    + " commands, and give the topic compression.type=uncompressed, so that its broker refuses them";

    private final ClientSettings clients;
    private final OwnedPartitions partitions;
    private final RecordIntake intake;
    private final MemoryShares memory;
    private final long mostRecords;
    private @Nullable TopicPartition lastPartition;
    private long nextExpectedOffset;
    private long skippedInRow;

    /** @param mostRecords the most records of a poll */
    OversizedRecords(
            ClientSettings clients,
            OwnedPartitions partitions,
            RecordIntake intake,
            MemoryShares memory,
            long mostRecords) {
        this.clients = clients;
        this.partitions = partitions;
        this.intake = intake;
        this.memory = memory;
        this.mostRecords = mostRecords;
    }

    /**
     * Takes in what the consumer's failed poll would have returned of a partition up to a record that is too large, and
     * sets that one aside.
     *
     * @param consumer the consumer, which goes on behind what was taken in
     * @return whether there is such a record; if not, memory is short for another reason
     */
    boolean readPast(Consumer<byte[], byte[]> consumer) {
        Set<TopicPartition> paused = consumer.paused();
        List<PartitionProgress> polled = new ArrayList<>();
        for (TopicPartition partition : consumer.assignment()) {
            PartitionProgress progress = partitions.progressOf(partition);
            if (progress != null && !paused.contains(partition)) {
                consumer.seek(partition, progress.position()); // what that poll had read is lost
                polled.add(progress);
            }
        }
        polled.sort(
                Comparator.comparing(progress -> !progress.partition().equals(lastPartition))); // the last one first
        for (PartitionProgress progress : polled) {
            OptionalLong oversized = find(progress);
            if (oversized.isPresent()) {
                takeIn(progress, oversized.getAsLong());
                setAside(progress);
                consumer.seek(progress.partition(), progress.position());
                return true;
            }
        }
        return false;
    }

    /** The offset of a record that is too large, among those that a poll may have met. */
    private OptionalLong find(PartitionProgress progress) {
        try (Reader reader = new Reader(progress.partition(), progress.position())) {
            return reader.findOversized();
        }
    }

    /** Takes in the records before an offset. */
    private void takeIn(PartitionProgress progress, long end) {
        if (progress.position() == end) {
            return;
        }
        LoopTime now = LoopTime.now();
        try (Reader reader = new Reader(progress.partition(), progress.position())) {
            while (progress.position() < end) {
                ConsumerRecord<byte[], byte[]> record = reader.next();
                if (record == null || record.offset() >= end) {
                    progress.markReadUpTo(end, Optional.empty());
                } else if (progress.markRead(record.offset(), record.leaderEpoch())) {
                    intake.accept(record, reader.allowance.oversized(record), progress, now);
                }
            }
        }
    }

    /**
     * Sets the next record aside; after {@link #ONE_BY_ONE} of them in a row, also all unreadable records behind it.
     */
    private void setAside(PartitionProgress progress) {
        TopicPartition partition = progress.partition();
        long from = progress.position();
        skippedInRow = partition.equals(lastPartition) && nextExpectedOffset == from ? skippedInRow : 0;
        long to = skippedInRow < ONE_BY_ONE ? from + 1 : readableFrom(partition, from);
        skippedInRow += to - from;
        nextExpectedOffset = to;
        lastPartition = partition;
        LOG.atWarn()
                .addKeyValue("partition", partition)
                .addKeyValue("from", from)
                .addKeyValue("to", to - 1)
                .log("Records do not fit into memory and are set aside");
        LoopTime now = LoopTime.now();
        for (long offset = from; offset < to; offset++) {
            if (progress.markRead(offset, Optional.empty())) {
                intake.acceptUnreadable(partition, offset, WHY, progress, now);
            }
        }
    }

    /** The first offset after {@code from} at which a record can be read, found by trial. */
    private long readableFrom(TopicPartition partition, long from) {
        long unreadable = from;
        long readable = from + 1;
        while (!readable(partition, readable)) {
            unreadable = readable;
            readable += readable - from;
        }
        while (readable - unreadable > 1) {
            long middle = unreadable + (readable - unreadable) / 2;
            if (readable(partition, middle)) {
                readable = middle;
            } else {
                unreadable = middle;
            }
        }
        return readable;
    }

    private boolean readable(TopicPartition partition, long offset) {
        try (Reader reader = new Reader(partition, offset)) {
            reader.next();
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    /** Reads one partition from an offset on, one record at a time. */
    private final class Reader implements AutoCloseable {
        private final BoundedDeserializer allowance = new BoundedDeserializer(memory.largestValueBytes());
        private final TopicPartition partition;
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final long end;

        Reader(TopicPartition partition, long from) {
            this.partition = partition;
            this.consumer = GrouplessConsumer.open(
                    clients,
                    Map.of(
                            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                            "1",
                            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                            String.valueOf(memory.partitionFetchBytes())),
                    allowance.keys(),
                    allowance);
            try {
                consumer.assign(List.of(partition));
                this.end = Objects.requireNonNull(
                        consumer.endOffsets(List.of(partition)).get(partition));
                consumer.seek(partition, from);
            } catch (KafkaException e) {
                consumer.close();
                throw e;
            }
        }

        /** The next record; {@code null} if there is none. */
        @Nullable
        ConsumerRecord<byte[], byte[]> next() {
            long until = System.nanoTime() + TIMEOUT.toNanos();
            while (consumer.position(partition) < end) {
                allowance.beginPoll(Long.MAX_VALUE);
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    return record;
                }
                if (System.nanoTime() > until) {
                    throw new KafkaException("A record that does not fit into memory was not found in time");
                }
            }
            return null;
        }

        /** The offset of the first record that does not fit, if there is one among so many as a poll has at most. */
        OptionalLong findOversized() {
            long read = 0;
            try {
                while (read < mostRecords && next() != null) {
                    read++;
                }
                return OptionalLong.empty();
            } catch (OutOfMemoryError e) {
                return OptionalLong.of(consumer.position(partition));
            }
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
