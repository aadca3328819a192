package io.callport.kafka.loop;

import io.callport.kafka.origin.OriginReader.OriginReading;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.OversizedValue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Records that wait for the origin key of a topic: other records of their partitions go on. A partition with too many
 * of them is held back until the key is known. One thread owns this object.
 */
final class RecordsAwaitingOriginKey {
    /** Records wait for moments, at the very first start; where a key stays missing, few must take the place of all. */
    private static final int MAX_RECORDS = 100;

    private static final int MAX_BYTES = 1 << 20;

    /** The objects of a record and its headers, without their bytes. */
    private static final int OVERHEAD = 500;

    /** A key is there as soon as its partition 0 is taken over, which takes less than this. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Map<PartitionProgress, Waiting> waiting = new HashMap<>();

    /**
     * A record that waits.
     *
     * @param oversized why the record is set aside without being read; {@code null} for any other record
     * @param originReading the origin of the record, as far as it can be read
     * @param commandTopic the command topic whose origin key is missing
     * @param since the time at which the record was read, on the monotonic clock
     */
    record Entry(
            InboundRecord record,
            @Nullable OversizedRecord oversized,
            OriginReading originReading,
            PartitionProgress progress,
            String commandTopic,
            long since) {}

    /** A value that is too large to be kept, and why. */
    record OversizedRecord(OversizedValue value, String why) {}

    private static final class Waiting {
        private final Deque<Entry> entries = new ArrayDeque<>();
        private long bytes;
    }

    /** Adds a record that waits. */
    void add(Entry entry) {
        Waiting ofPartition = waiting.computeIfAbsent(entry.progress(), unused -> new Waiting());
        ofPartition.entries.add(entry);
        ofPartition.bytes += bytes(entry.record());
    }

    /** Whether no more records of a partition should be read. */
    boolean isFull(PartitionProgress progress) {
        Waiting ofPartition = waiting.get(progress);
        return ofPartition != null && (ofPartition.entries.size() >= MAX_RECORDS || ofPartition.bytes >= MAX_BYTES);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The bytes that the records take in memory. */
    long weight() {
        return waiting.values().stream()
                .mapToLong(ofPartition -> ofPartition.bytes + (long) OVERHEAD * ofPartition.entries.size())
                .sum();
    }

    /** Removes and returns the records whose origin key is known now. */
    List<Entry> drain(Predicate<String> known) {
        List<Entry> taken = waiting.values().stream()
                .flatMap(ofPartition -> ofPartition.entries.stream())
                .filter(entry -> known.test(entry.commandTopic()))
                .toList();
        remove(entry -> known.test(entry.commandTopic()));
        return taken;
    }

    /** Forgets the records of partitions that another instance owns now. */
    void forget(Predicate<PartitionProgress> gone) {
        waiting.keySet().removeIf(gone);
    }

    /**
     * The command topics whose keys are missing for longer than a key is ever made in, with the number of records that
     * wait.
     *
     * @param now the present time on the monotonic clock
     */
    List<String> problems(long now, Function<String, String> stateOf) {
        Set<String> late = new TreeSet<>();
        waiting.values()
                .forEach(ofPartition -> ofPartition.entries.stream()
                        .filter(entry -> now - entry.since() >= SOON.toNanos())
                        .forEach(entry -> late.add(entry.commandTopic())));
        return late.stream()
                .map(commandTopic -> "The key in topic " + stateOf.apply(commandTopic)
                        + " is missing, so re-routed commands and dead letters of " + commandTopic
                        + " wait: it is made by the owner of partition 0; see that partition in the health of the instances,"
                        + " and that this user may read the topic")
                .toList();
    }

    private void remove(Predicate<Entry> which) {
        waiting.values().forEach(ofPartition -> {
            ofPartition.entries.removeIf(which);
            ofPartition.bytes = ofPartition.entries.stream()
                    .mapToLong(entry -> bytes(entry.record()))
                    .sum();
        });
        waiting.values().removeIf(ofPartition -> ofPartition.entries.isEmpty());
    }

    private static long bytes(InboundRecord record) {
        long bytes = length(record.key()) + length(record.value());
        return bytes
                + record.headers().stream()
                        .mapToLong(header -> header.name().length() + length(header.value()))
                        .sum();
    }

    private static long length(byte @Nullable [] value) {
        return value == null ? 0 : value.length;
    }
}
