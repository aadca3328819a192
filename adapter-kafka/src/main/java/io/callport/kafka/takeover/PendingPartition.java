package io.callport.kafka.takeover;

import io.callport.kafka.takeover.TakeoverFacts.TopicFacts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A partition that was assigned and is not begun, with what is known of it so far. It belongs to one assignment. One
 * thread owns it.
 */
final class PendingPartition {
    /** Reading takes less than a second, unless something holds the state: the delay is then a problem to report. */
    private static final Duration SOON = Duration.ofSeconds(10);

    final TopicPartition partition;
    final TopicPartition statePartition;
    private final long since;
    private boolean offsetRead;
    private Map<TopicPartition, Long> stateEnds = Map.of();
    private Optional<OffsetAndMetadata> committed = Optional.empty();
    private @Nullable TopicFacts topics;
    private String problem = "";
    private String delay = "";

    /** @param since the time of the assignment, on the monotonic clock */
    PendingPartition(TopicPartition partition, String stateTopic, long since) {
        this.partition = partition;
        this.statePartition = new TopicPartition(stateTopic, partition.partition());
        this.since = since;
    }

    /** Whether the committed offset was read. */
    boolean isOffsetRead() {
        return offsetRead;
    }

    /** The committed offset, if any; empty before it was read. */
    Optional<OffsetAndMetadata> committed() {
        return committed;
    }

    /** The topics, asked for after the offset was read; {@code null} before. */
    @Nullable
    TopicFacts topics() {
        return topics;
    }

    /** The state partitions that the decision waits for, each with the offset before which every record is read. */
    Map<TopicPartition, Long> stateEnds() {
        return stateEnds;
    }

    void offsetRead(Optional<OffsetAndMetadata> offset) {
        committed = offset;
        offsetRead = true;
    }

    void topicsSeen(TopicFacts seen) {
        topics = seen;
        stateEnds = new HashMap<>(seen.othersEnds());
        stateEnds.put(statePartition, seen.stateEnd());
    }

    /** Begins again: what was read is forgotten, the problem is kept until it is known to be gone. */
    void readAgain() {
        offsetRead = false;
        topics = null;
        stateEnds = Map.of();
    }

    /** Sets what keeps the topics from being seen, in words. */
    void delayedBy(String what) {
        delay = what;
    }

    /** Sets the remedy without which the partition cannot be begun; false if it was set before. */
    boolean block(String what) {
        boolean isNew = !what.equals(problem);
        problem = what;
        stateEnds = Map.of();
        return isNew;
    }

    boolean isBlocked() {
        return !problem.isEmpty();
    }

    /** The time since the assignment of the partition. */
    Duration waited(long now) {
        return Duration.ofNanos(now - since);
    }

    /**
     * The reason why the partition's commands are not answered, in words, unless the partition is likely to be begun
     * soon.
     */
    Stream<String> problem(long now) {
        if (isBlocked()) {
            return Stream.of(problem);
        }
        return waited(now).compareTo(SOON) < 0 ? Stream.empty() : Stream.of(unreadableProblem());
    }

    private String unreadableProblem() {
        if (!delay.isEmpty()) {
            return "The state of partition " + partition + " cannot be read yet: " + delay;
        }
        return "The state of partition " + partition
                + " cannot be read yet: most often its last owner crashed in a"
                + " transaction, which ends after its transaction.timeout.ms and ten seconds more; if this lasts longer,"
                + " look at the brokers, and for that transaction with kafka-transactions.sh find-hanging";
    }
}
