package io.callport.kafka.partition;

import io.callport.kafka.state.PartitionSnapshot.Phase;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that were assigned and are not begun: these partitions stay paused until their checkpoint has been read,
 * while others go on. One thread owns the takeover.
 */
public final class PartitionTakeover {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionTakeover.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final CommittedOffsets committed;
    private final AccountHomes homes;
    private final java.util.function.Consumer<TakeoverResult.Ready> begin;
    private final LongSupplier time;
    private final NavigableMap<TopicPartition, PendingPartition> waiting =
            new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
    private final Map<TopicPartition, String> stopped = new HashMap<>();

    private long notBefore;
    private @Nullable TopicPartition lastAlone;
    private boolean together = true;

    /**
     * Makes a takeover of the partitions that a consumer is assigned.
     *
     * @param begin receives each partition that can be begun
     */
    public PartitionTakeover(
            Consumer<byte[], byte[]> consumer,
            AccountHomes homes,
            java.util.function.Consumer<TakeoverResult.Ready> begin) {
        this(consumer, homes, begin, System::nanoTime);
    }

    PartitionTakeover(
            Consumer<byte[], byte[]> consumer,
            AccountHomes homes,
            java.util.function.Consumer<TakeoverResult.Ready> begin,
            LongSupplier time) {
        this.consumer = consumer;
        this.committed = new CommittedOffsets(consumer, homes);
        this.homes = homes;
        this.begin = begin;
        this.time = time;
        this.notBefore = time.getAsLong();
    }

    /** Pauses partitions that were just assigned; these partitions wait from now on. */
    public void assigned(Collection<TopicPartition> assigned) {
        consumer.pause(assigned);
        for (TopicPartition partition : assigned) {
            consumer.seek(partition, 0); // any position, so that the consumer itself looks for none meanwhile
            if (homes.has(partition)) {
                waiting.put(partition, PendingPartition.unread(partition, time.getAsLong()));
            }
        }
        notBefore = time.getAsLong();
        together = true;
    }

    /** Forgets partitions that another instance owns now. */
    public void remove(Collection<TopicPartition> partitions) {
        partitions.forEach(waiting::remove);
        partitions.forEach(stopped::remove);
    }

    /** Stops a partition that was begun, until an operator has repaired the partition. */
    public void stop(TopicPartition partition, String what) {
        LOG.atError()
                .addKeyValue("partition", partition)
                .addKeyValue("problem", what)
                .log("A partition is stopped");
        consumer.pause(List.of(partition));
        stopped.put(partition, what);
    }

    /** Whether a partition may be begun soon. */
    public boolean pending() {
        return waiting.values().stream().anyMatch(PendingPartition::isUnread);
    }

    /** The remedies without which partitions cannot be begun, in words. */
    public List<String> problems() {
        long now = time.getAsLong();
        Stream<String> waits = waiting.values().stream().flatMap(it -> it.problem(now));
        return Stream.concat(waits, stopped.values().stream()).toList();
    }

    /** The partitions that wait, and the partitions that are stopped until an operator has repaired them. */
    public Map<TopicPartition, Phase> phases() {
        Map<TopicPartition, Phase> phases = new HashMap<>();
        waiting.forEach((it, state) -> phases.put(it, state.isUnread() ? Phase.TAKING_OVER : Phase.STOPPED));
        stopped.keySet().forEach(it -> phases.put(it, Phase.STOPPED));
        return phases;
    }

    /** Begins the partitions whose checkpoint can be read now. */
    public void beginReadable() {
        if (waiting.isEmpty() || time.getAsLong() - notBefore < 0) {
            return;
        }
        try {
            committed.read(together ? waiting.keySet() : Set.of(nextAlone())).forEach(this::found);
            if (!pending()) {
                notBefore = time.getAsLong() + BETWEEN_TRIES.toNanos();
            }
        } catch (TimeoutException e) {
            together = false; // Kafka reads out none before it can read out all
            LOG.atDebug().addKeyValue("partitions", waiting.keySet()).log("Checkpoints cannot be read yet");
        }
    }

    /**
     * Each partition in its turn, so that a partition that cannot be read yet keeps no other partition waiting.
     */
    private TopicPartition nextAlone() {
        TopicPartition next = lastAlone == null ? null : waiting.higherKey(lastAlone);
        lastAlone = next == null ? waiting.firstKey() : next;
        return lastAlone;
    }

    private void found(TopicPartition partition, TakeoverResult result) {
        result.match(
                ready -> {
                    waiting.remove(partition);
                    consumer.seek(partition, ready.from());
                    begin.accept(ready);
                },
                problem -> {
                    PendingPartition blocked = PendingPartition.stopped(partition, problem.what());
                    if (!blocked.equals(waiting.put(partition, blocked))) {
                        LOG.atError()
                                .addKeyValue("partition", partition)
                                .addKeyValue("problem", problem.what())
                                .log("A partition stays paused");
                    }
                });
    }
}
