package io.callport.kafka.topics;

import static java.util.stream.Collectors.toMap;

import io.callport.kafka.state.PartitionSnapshot.HeldBack;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches how far the last stable offset of partitions lies behind their high-water mark. The consumer reads committed
 * records only, so the open transaction of one publisher stops a partition at its first record, even if others
 * published the records behind it. The consumer itself cannot see that. One thread asks, any thread reads what was
 * found.
 */
final class StableOffsetWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(StableOffsetWatcher.class);

    /** A younger transaction is no problem: publishers commit theirs within milliseconds. */
    private static final Duration TOO_LONG = Duration.ofSeconds(10);

    private final Asker asker;
    private @Nullable CompletableFuture<Map<TopicPartition, Ends>> asked;
    private volatile Map<TopicPartition, Stop> stops = Map.of();

    /**
     * Asks the cluster for the ends of partitions, without waiting; a partition whose leader does not answer has
     * nothing behind its last stable offset.
     */
    interface Asker {
        CompletionStage<Map<TopicPartition, Ends>> ask(Set<TopicPartition> partitions);
    }

    /** The two ends of a partition for a reader of committed records and for any other. */
    record Ends(long lastStable, long highWater) {}

    /** A partition with records behind its last stable offset, and since when that offset was seen, in nanoseconds. */
    private record Stop(long lastStable, long records, long since, boolean reported) {
        Duration lasts(long now) {
            return Duration.ofNanos(now - since);
        }
    }

    StableOffsetWatcher(Asker asker) {
        this.asker = asker;
    }

    /** Makes a watch that asks with an administration client. */
    static StableOffsetWatcher of(Admin admin) {
        return new StableOffsetWatcher(partitions -> listEnds(admin, partitions));
    }

    /** Asks for the ends of partitions, unless an answer is still awaited. */
    void ask(Set<TopicPartition> partitions) {
        if (asked != null) {
            return;
        }
        if (partitions.isEmpty()) {
            stops = Map.of();
        } else {
            asked = asker.ask(partitions).toCompletableFuture();
        }
    }

    /**
     * Takes the answer, if it has come.
     *
     * @param now the present time on the monotonic clock
     */
    void advance(long now) {
        if (asked == null || !asked.isDone()) {
            return;
        }
        if (asked.isCompletedExceptionally()) {
            LOG.atDebug().log("Last stable offsets cannot be read yet");
        } else {
            seen(asked.join(), now);
        }
        asked = null;
    }

    private void seen(Map<TopicPartition, Ends> ends, long now) {
        Map<TopicPartition, Stop> next = new HashMap<>();
        ends.forEach((partition, end) -> {
            if (end.lastStable() < end.highWater()) {
                next.put(partition, stop(partition, end, now));
            }
        });
        stops = next;
    }

    private Stop stop(TopicPartition partition, Ends end, long now) {
        Stop before = stops.get(partition);
        long records = end.highWater() - end.lastStable();
        if (before == null || before.lastStable() != end.lastStable()) {
            return new Stop(end.lastStable(), records, now, false);
        }
        boolean isLong = isLong(before, now);
        if (isLong && !before.reported()) {
            LOG.atWarn()
                    .addKeyValue("partition", partition)
                    .addKeyValue("offset", end.lastStable())
                    .log("An open transaction holds a partition back");
        }
        return new Stop(end.lastStable(), records, before.since(), isLong);
    }

    private static boolean isLong(Stop stop, long now) {
        return stop.lasts(now).compareTo(TOO_LONG) >= 0;
    }

    /** The records that are held back, by partition, from the first answer on; only partitions with such records. */
    Map<TopicPartition, HeldBack> heldBack(long now) {
        return stops.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        entry -> new HeldBack(
                                entry.getValue().records(), entry.getValue().lasts(now))));
    }

    /** The partitions that were held back at one offset for too long, as sentences. */
    List<String> warnings(long now) {
        return stops.entrySet().stream()
                .filter(entry -> isLong(entry.getValue(), now))
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(TopicPartition::toString)))
                .map(entry -> sentence(entry.getKey(), entry.getValue(), now))
                .toList();
    }

    private static String sentence(TopicPartition partition, Stop stop, long now) {
        return "Partition " + partition + " is held back at offset " + stop.lastStable()
                + " by the open transaction of a publisher, for "
                + stop.lasts(now).toSeconds() + " s: "
                + stop.records()
                + " records from there on wait for its end; find it with kafka-transactions.sh find-hanging or"
                + " describe-producers, and stop its publisher or end it with kafka-transactions.sh abort";
    }

    private static CompletionStage<Map<TopicPartition, Ends>> listEnds(Admin admin, Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        ListOffsetsResult stable = admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED));
        ListOffsetsResult all = admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED));
        Map<TopicPartition, CompletableFuture<Ends>> each = new HashMap<>();
        for (TopicPartition partition : partitions) {
            each.put(
                    partition,
                    stable.partitionResult(partition)
                            .toCompletionStage()
                            .thenCombine(
                                    all.partitionResult(partition).toCompletionStage(),
                                    (committed, last) -> new Ends(committed.offset(), last.offset()))
                            .exceptionally(e -> new Ends(0, 0))
                            .toCompletableFuture());
        }
        return CompletableFuture.allOf(each.values().toArray(CompletableFuture[]::new))
                .thenApply(unused -> each.entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, entry -> entry.getValue().join())));
    }
}
