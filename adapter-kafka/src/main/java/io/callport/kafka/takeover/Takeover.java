package io.callport.kafka.takeover;

import io.callport.kafka.PartitionState.Phase;
import io.callport.kafka.progress.Homes;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partitions that were assigned and are not begun: they stay paused until their checkpoint has been read, while others go on.
 * One thread owns it.
 */
public final class Takeover {
    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final String UNREAD = "";

    private final Consumer<byte[], byte[]> consumer;
    private final Committed committed;
    private final Homes homes;
    private final java.util.function.Consumer<Resumption.Begin> begin;
    private final NavigableMap<TopicPartition, String> waiting =
            new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
    private final Map<TopicPartition, String> stopped = new HashMap<>();

    private long notBefore = System.nanoTime();
    private @Nullable TopicPartition lastAlone;
    private boolean together = true;

    /**
     * A takeover of partitions that the consumer is stopped.
     *
     * @param begin what to do when a partition can be begun
     */
    public Takeover(
            Consumer<byte[], byte[]> consumer, Homes homes, java.util.function.Consumer<Resumption.Begin> begin) {
        this.consumer = consumer;
        this.committed = new Committed(consumer, homes);
        this.homes = homes;
        this.begin = begin;
    }

    /** They wait from now on. */
    public void assigned(Collection<TopicPartition> assigned) {
        consumer.pause(assigned);
        for (TopicPartition partition : assigned) {
            consumer.seek(partition, 0); // any position, so that the consumer itself looks for none meanwhile
            if (homes.has(partition)) {
                waiting.put(partition, UNREAD);
            }
        }
        notBefore = System.nanoTime();
        together = true;
    }

    /** Someone else has them. */
    public void gone(Collection<TopicPartition> partitions) {
        partitions.forEach(waiting::remove);
        partitions.forEach(stopped::remove);
    }

    /** One that was begun, and cannot be gone on with before someone has done something about that. */
    public void giveUp(TopicPartition partition, String what) {
        LOG.atError()
                .addKeyValue("partition", partition)
                .addKeyValue("problem", what)
                .log("A partition is stopped");
        consumer.pause(List.of(partition));
        stopped.put(partition, what);
    }

    /** Whether any may be begun soon. */
    public boolean pending() {
        return waiting.containsValue(UNREAD);
    }

    /** What must be done before partitions can be begun, in words. */
    public List<String> problems() {
        return Stream.concat(waiting.values().stream(), stopped.values().stream())
                .filter(what -> !what.equals(UNREAD))
                .toList();
    }

    /** Those that wait, and those that are stopped until someone does something about it. */
    public Map<TopicPartition, Phase> phases() {
        Map<TopicPartition, Phase> phases = new HashMap<>();
        waiting.forEach((it, what) -> phases.put(it, what.equals(UNREAD) ? Phase.TAKING_OVER : Phase.STOPPED));
        stopped.keySet().forEach(it -> phases.put(it, Phase.STOPPED));
        return phases;
    }

    /** Begins those whose checkpoint can be read now. */
    public void turn() {
        if (waiting.isEmpty() || System.nanoTime() - notBefore < 0) {
            return;
        }
        try {
            committed.read(together ? waiting.keySet() : Set.of(nextAlone())).forEach(this::found);
            if (!pending()) {
                notBefore = System.nanoTime() + BETWEEN_TRIES.toNanos();
            }
        } catch (TimeoutException e) {
            together = false; // Kafka tells nothing of any before it can tell all
            LOG.atDebug().addKeyValue("partitions", waiting.keySet()).log("Checkpoints cannot be read yet");
        }
    }

    /** Each in its turn, so that one that cannot be read yet keeps no other waiting. */
    private TopicPartition nextAlone() {
        TopicPartition next = lastAlone == null ? null : waiting.higherKey(lastAlone);
        lastAlone = next == null ? waiting.firstKey() : next;
        return lastAlone;
    }

    private void found(TopicPartition partition, Resumption resumption) {
        resumption.dispatch(
                ready -> {
                    waiting.remove(partition);
                    consumer.seek(partition, ready.from());
                    begin.accept(ready);
                },
                problem -> {
                    String before = waiting.put(partition, problem.what());
                    if (!problem.what().equals(before)) {
                        LOG.atError()
                                .addKeyValue("partition", partition)
                                .addKeyValue("problem", problem.what())
                                .log("A partition stays paused");
                    }
                });
    }
}
