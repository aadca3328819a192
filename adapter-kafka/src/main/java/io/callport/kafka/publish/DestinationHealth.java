package io.callport.kafka.publish;

import io.callport.kafka.result.Publication;
import io.callport.kafka.topics.Obstacle;
import io.callport.kafka.topics.TopicView;
import io.callport.query.ExceptionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The destinations that take no records now, so that no transaction fails because of them: the obstacles that the
 * topics are known to have, and the failures that transactions met. A destination that failed is tried again after a
 * while, each time after a longer one, or as soon as an obstacle that was seen there is gone. One thread owns it.
 */
public final class DestinationHealth {
    private static final Logger LOG = LoggerFactory.getLogger(DestinationHealth.class);
    private static final Duration MIN_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_DELAY = Duration.ofMinutes(1);

    /** Stands for every partition of a topic. */
    private static final int ANY = -1;

    private final Supplier<TopicView> topics;
    private final LongSupplier nanoTime;
    private final Supplier<Instant> wallClock;
    private final Map<TopicPartition, Failure> failures = new HashMap<>();
    private final Map<String, SizeLimit> limits = new HashMap<>();
    private final Set<TopicPartition> met = new HashSet<>();
    private final Set<String> needed;

    /**
     * Makes the health of destinations without failures, which knows the obstacles of these topics.
     *
     * @param needed the topics that are always needed; an obstacle of another topic counts once a record was to go
     *     there
     */
    public DestinationHealth(Supplier<TopicView> topics, Set<String> needed) {
        this(topics, needed, System::nanoTime, Instant::now);
    }

    DestinationHealth(
            Supplier<TopicView> topics, Set<String> needed, LongSupplier nanoTime, Supplier<Instant> wallClock) {
        this.topics = topics;
        this.needed = Set.copyOf(needed);
        this.nanoTime = nanoTime;
        this.wallClock = wallClock;
    }

    /** The records that a topic refuses although they have no smaller version: those of so many bytes or more. */
    private record SizeLimit(int bytes, int known, Instant since, Duration delay, long retryAt) {}

    /**
     * A failure of a destination in a transaction.
     *
     * @param obstacleSeen whether an obstacle was seen since the failure: the failure ends with the obstacle
     */
    private record Failure(Obstacle obstacle, Duration delay, long retryAt, boolean obstacleSeen) {}

    /** A router of deliveries around these destinations. */
    DeliveryRouter router() {
        return new DeliveryRouter(this, topics);
    }

    /**
     * Drops the failures whose cause was seen to end, and those that could be tried again for a while, but that no
     * record waits for.
     *
     * @param waiting the destinations of records that are blocked
     */
    void refresh(Set<TopicPartition> waiting) {
        met.removeIf(partition -> obstacle(partition) == null);
        if (failures.isEmpty() && limits.isEmpty()) {
            return;
        }
        failures.replaceAll((partition, failure) -> failure.obstacleSeen || obstacle(partition) == null
                ? failure
                : new Failure(failure.obstacle, failure.delay, failure.retryAt, true));
        failures.entrySet().removeIf(entry -> entry.getValue().obstacleSeen && obstacle(entry.getKey()) == null);
        failures.entrySet()
                .removeIf(entry -> old(entry.getValue().retryAt, entry.getValue().delay)
                        && waiting.stream().noneMatch(it -> concerns(entry.getKey(), it)));
        TopicView view = topics.get();
        limits.entrySet()
                .removeIf(entry ->
                        view.exists(entry.getKey()) && view.largestRecord(entry.getKey()) != entry.getValue().known);
        limits.entrySet()
                .removeIf(entry -> old(entry.getValue().retryAt, entry.getValue().delay)
                        && waiting.stream().noneMatch(it -> concerns(whole(entry.getKey()), it)));
    }

    private boolean old(long retryAt, Duration delay) {
        return due(retryAt + delay.toNanos());
    }

    private static boolean concerns(TopicPartition failed, TopicPartition destination) {
        return failed.equals(destination) || failed.equals(whole(destination.topic()));
    }

    private @Nullable Obstacle obstacle(TopicPartition partition) {
        if (partition.partition() != ANY) {
            return topics.get().obstacle(partition);
        }
        return topics.get().obstacles().entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(partition.topic()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Whether a partition accepts records, or is to be tried again. */
    boolean accepts(TopicPartition partition) {
        return knownObstacle(partition) == null;
    }

    /** The obstacle to sending a record to its destination now; {@code null} if there is none. */
    @Nullable
    Obstacle obstacleTo(Publication publication) {
        Obstacle obstacle = knownObstacle(destination(publication));
        if (obstacle != null) {
            return obstacle;
        }
        SizeLimit limit = limits.get(publication.topic());
        return limit == null || publication.size() < limit.bytes || due(limit.retryAt) ? null : tooSmall(limit);
    }

    private @Nullable Obstacle knownObstacle(TopicPartition partition) {
        Obstacle obstacle = topics.get().obstacle(partition);
        if (obstacle != null) {
            if (met.add(partition)) {
                log(partition, obstacle);
            }
            return obstacle;
        }
        Failure failure = failures.get(partition);
        if (failure == null) {
            failure = failures.get(whole(partition.topic()));
        }
        return failure == null || due(failure.retryAt) ? null : failure.obstacle;
    }

    private boolean due(long retryAt) {
        return nanoTime.getAsLong() - retryAt >= 0;
    }

    static TopicPartition destination(Publication publication) {
        return new TopicPartition(publication.topic(), publication.partition());
    }

    /** Every partition of a topic, for failures that concern the topic. */
    static TopicPartition whole(String topic) {
        return new TopicPartition(topic, ANY);
    }

    /**
     * Notes that a transaction failed because of a destination.
     *
     * @param took the time for which the transaction made everything else wait
     */
    void failed(TopicPartition destination, Exception failure, Duration took) {
        Failure before = failures.get(destination);
        Duration delay = next(before == null ? took : before.delay);
        Instant since = before == null ? wallClock.get() : before.obstacle.since();
        Obstacle obstacle = obstacleOf(failure, since);
        failures.put(destination, new Failure(obstacle, delay, at(delay), false));
        if (before == null) {
            log(destination, obstacle);
        }
    }

    private static void log(TopicPartition destination, Obstacle obstacle) {
        LOG.atWarn()
                .addKeyValue("topic", destination.topic())
                .addKeyValue("partition", destination.partition() == ANY ? "all" : destination.partition())
                .addKeyValue("reason", obstacle.why())
                .log("A destination takes no records");
    }

    private static Obstacle obstacleOf(Exception failure, Instant since) {
        return failure instanceof TopicAuthorizationException
                ? Obstacle.withoutRight(since)
                : new Obstacle(
                        "a transaction failed there (" + ExceptionKind.of(failure) + ")",
                        "see the log of its broker",
                        false,
                        since);
    }

    /** Twice as long as before: a try may delay every other result by as long as it takes. */
    private static Duration next(Duration delay) {
        Duration doubled = delay.multipliedBy(2);
        return doubled.compareTo(MIN_DELAY) < 0 ? MIN_DELAY : doubled.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : doubled;
    }

    private long at(Duration delay) {
        return nanoTime.getAsLong() + delay.toNanos();
    }

    /** Notes that a topic refused a record, for its size, that has no smaller version. */
    void oversized(Publication refused) {
        String topic = refused.topic();
        int known = topics.get().exists(topic) ? topics.get().largestRecord(topic) : Integer.MAX_VALUE;
        SizeLimit before = limits.get(topic);
        int bytes = refused.size() > known ? known + 1 : refused.size();
        Duration delay = before == null ? MIN_DELAY : next(before.delay);
        SizeLimit limit = new SizeLimit(
                before == null ? bytes : Math.min(bytes, before.bytes),
                known,
                before == null ? wallClock.get() : before.since,
                delay,
                at(delay));
        limits.put(topic, limit);
        if (before == null) {
            log(whole(topic), tooSmall(limit));
        }
    }

    private static Obstacle tooSmall(SizeLimit limit) {
        String why = "it refuses records of " + limit.bytes + " bytes that have no smaller version";
        return new Obstacle(why, "raise its max.message.bytes", false, limit.since);
    }

    /** Notes that a transaction with these records was committed. */
    void delivered(Collection<Publication> publications) {
        if (failures.isEmpty() && limits.isEmpty()) {
            return;
        }
        for (Publication publication : publications) {
            TopicPartition destination = destination(publication);
            accepted(destination);
            SizeLimit limit = limits.get(destination.topic());
            if (limit != null && publication.size() >= limit.bytes) {
                limits.remove(destination.topic());
            }
        }
    }

    /** Notes that a transaction with records of this partition was committed. */
    void accepted(TopicPartition partition) {
        failures.remove(partition);
        failures.remove(whole(partition.topic()));
    }

    /** The obstacle of each destination that is known to take no records, or not all of them. */
    Map<TopicPartition, Obstacle> obstacles() {
        Map<TopicPartition, Obstacle> all = new HashMap<>();
        limits.forEach((topic, limit) -> all.put(whole(topic), tooSmall(limit)));
        failures.forEach((partition, failure) -> all.put(partition, failure.obstacle));
        topics.get().obstacles().forEach((partition, obstacle) -> {
            if (needed.contains(partition.topic()) || met.contains(partition)) {
                all.put(partition, obstacle);
            }
        });
        return all;
    }
}
