package io.callport.kafka.takeover;

import static java.util.stream.Collectors.toSet;

import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.changelog.PartitionIdentity;
import io.callport.kafka.client.GrouplessConsumer;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.state.PartitionSnapshot.Phase;
import io.callport.kafka.takeover.TakeoverFacts.TopicFacts;
import io.callport.query.ExceptionKind;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that were assigned and are not begun: these partitions stay paused until their state has been read,
 * while others go on. In this order, for a transaction of the last owner may still be open: the committed offset; then
 * the topics' ids and the end of the state partition; then the state up to that end. Nothing here waits for longer than
 * a tenth of a second. One thread owns the takeover.
 */
public final class PartitionTakeover implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionTakeover.class);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);

    /** Only an operator ends what blocks a partition, and its state may be large. */
    private static final Duration BLOCKED_CHECK_INTERVAL = Duration.ofSeconds(10);

    /** Reading so many takes a few milliseconds, in which the loop does nothing else. */
    private static final int MAX_STATE_RECORDS_PER_TURN = 5_000;

    private final KafkaSettings settings;
    private final Consumer<byte[], byte[]> consumer;
    private final CommittedOffsets offsets;
    private final TopicAsker probe;
    private final StateReader reader;
    private final AccountHomes homes;
    private final LoopListener listener;
    private final java.util.function.Consumer<TakeoverResult.Ready> begin;
    private final Supplier<OriginKey> newKeys;
    private final LongSupplier time;
    private final NavigableMap<TopicPartition, PendingPartition> waiting =
            new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
    private final Map<TopicPartition, String> stopped = new HashMap<>();
    private final Set<String> recreated = new HashSet<>();

    private long offsetsNotBefore;
    private long topicsNotBefore;
    private long blockedNotBefore;
    private @Nullable TopicPartition lastAlone;
    private @Nullable CompletableFuture<Map<TopicPartition, TopicFacts>> asked;
    private Set<PendingPartition> askedFor = Set.of();
    private boolean together = true;

    /** Asks for the facts of topics: {@link TopicProbe#ask}. */
    interface TopicAsker {
        CompletionStage<Map<TopicPartition, TopicFacts>> ask(Collection<PendingPartition> pending);
    }

    /** The clients that a takeover reads with: the group's consumer, the topics, the state. */
    record Clients(Consumer<byte[], byte[]> consumer, TopicAsker probe, StateReader reader) {}

    /**
     * Makes a takeover of the partitions that a consumer is assigned.
     *
     * @param admin asks for the topics
     * @param begin receives each partition that can be begun
     * @param newKeys draws the key of a state topic that has none
     */
    public static PartitionTakeover of(
            KafkaSettings settings,
            Consumer<byte[], byte[]> consumer,
            Admin admin,
            AccountHomes homes,
            LoopListener listener,
            java.util.function.Consumer<TakeoverResult.Ready> begin,
            Supplier<OriginKey> newKeys) {
        Map<String, Object> properties = Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MAX_STATE_RECORDS_PER_TURN);
        StateReader reader = new StateReader(() -> GrouplessConsumer.open(settings.clients(), properties));
        TopicProbe probe = new TopicProbe(admin);
        return new PartitionTakeover(
                settings, new Clients(consumer, probe::ask, reader), homes, listener, begin, newKeys, System::nanoTime);
    }

    PartitionTakeover(
            KafkaSettings settings,
            Clients clients,
            AccountHomes homes,
            LoopListener listener,
            java.util.function.Consumer<TakeoverResult.Ready> begin,
            Supplier<OriginKey> newKeys,
            LongSupplier time) {
        this.settings = settings;
        this.consumer = clients.consumer();
        this.offsets = new CommittedOffsets(consumer);
        this.probe = clients.probe();
        this.reader = clients.reader();
        this.homes = homes;
        this.listener = listener;
        this.begin = begin;
        this.newKeys = newKeys;
        this.time = time;
        this.offsetsNotBefore = time.getAsLong();
        this.topicsNotBefore = time.getAsLong();
        this.blockedNotBefore = time.getAsLong();
    }

    /** Pauses partitions that were just assigned; these partitions wait from now on. */
    public void assigned(Collection<TopicPartition> assigned) {
        consumer.pause(assigned);
        for (TopicPartition partition : assigned) {
            consumer.seek(partition, 0); // any position, so that the consumer itself looks for none meanwhile
            if (homes.has(partition)) {
                String state = settings.topics().ofCommands(partition.topic()).state();
                waiting.put(partition, new PendingPartition(partition, state, time.getAsLong()));
            }
        }
        offsetsNotBefore = time.getAsLong();
        together = true;
    }

    /** Forgets partitions that another instance owns now, with all that was read of them. */
    public void remove(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            waiting.remove(partition);
            stopped.remove(partition);
        }
        forgetWhatIsRead();
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
        return waiting.values().stream().anyMatch(each -> !each.isBlocked());
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
        waiting.forEach((it, state) -> phases.put(it, state.isBlocked() ? Phase.STOPPED : Phase.TAKING_OVER));
        stopped.keySet().forEach(it -> phases.put(it, Phase.STOPPED));
        return phases;
    }

    /** The number of state records that are still to be read before a partition can begin, at most. */
    public long unread(TopicPartition partition) {
        PendingPartition pending = waiting.get(partition);
        return pending == null ? 0 : reader.remaining(pending.statePartition);
    }

    /** Reads on what can be read, and begins the partitions of which everything is known. */
    public void advance() {
        if (waiting.isEmpty()) {
            return;
        }
        checkBlockedAgain();
        readOffsets();
        seeTopics();
        reader.poll();
        List.copyOf(waiting.values()).forEach(this::decide);
        forgetWhatIsRead();
    }

    /** Keeps of the state only what partitions that are not decided yet wait for. */
    private void forgetWhatIsRead() {
        reader.retain(waiting.values().stream()
                .flatMap(pending -> pending.stateEnds().keySet().stream())
                .collect(toSet()));
    }

    @Override
    public void close() {
        reader.close();
    }

    private void checkBlockedAgain() {
        long now = time.getAsLong();
        if (now - blockedNotBefore >= 0) {
            blockedNotBefore = now + BLOCKED_CHECK_INTERVAL.toNanos();
            waiting.values().stream().filter(PendingPartition::isBlocked).forEach(PendingPartition::readAgain);
        }
    }

    private void readOffsets() {
        Set<TopicPartition> unread = waiting.values().stream()
                .filter(each -> !each.isOffsetRead())
                .map(each -> each.partition)
                .collect(toSet());
        if (unread.isEmpty() || time.getAsLong() - offsetsNotBefore < 0) {
            return;
        }
        try {
            offsets.read(together ? unread : Set.of(nextAlone(unread))).forEach(this::offsetRead);
        } catch (TimeoutException e) {
            together = false; // Kafka reads out none before it can read out all
            LOG.atDebug().addKeyValue("partitions", unread).log("Offsets cannot be read yet");
        }
    }

    private void offsetRead(TopicPartition partition, Optional<OffsetAndMetadata> committed) {
        PendingPartition pending = waiting.get(partition);
        if (pending != null) {
            pending.offsetRead(committed);
        }
    }

    /** Each partition in its turn, so that a partition that cannot be read yet keeps no other partition waiting. */
    private TopicPartition nextAlone(Set<TopicPartition> unread) {
        TopicPartition next = lastAlone;
        do {
            next = next == null ? waiting.firstKey() : waiting.higherKey(next);
        } while (next == null || !unread.contains(next));
        lastAlone = next;
        return next;
    }

    /**
     * Asks for the topics of the partitions whose offset is known, and begins to read the state of those that are seen.
     */
    private void seeTopics() {
        if (asked == null && time.getAsLong() - topicsNotBefore >= 0) {
            askedFor = waiting.values().stream()
                    .filter(each -> each.isOffsetRead() && each.topics() == null)
                    .collect(toSet());
            if (!askedFor.isEmpty()) {
                asked = probe.ask(askedFor).toCompletableFuture();
            }
        }
        if (asked != null && asked.isDone()) {
            CompletableFuture<Map<TopicPartition, TopicFacts>> done = asked;
            asked = null;
            try {
                Map<TopicPartition, TopicFacts> seen = done.join();
                askedFor.forEach(each -> topicsSeen(each, seen.get(each.partition)));
            } catch (CompletionException e) {
                Throwable why = e.getCause() == null ? e : e.getCause();
                delay(
                        askedFor,
                        "the topics cannot be asked for (" + ExceptionKind.of(why)
                                + "); see that this user may describe them, and look at the brokers");
            }
        }
    }

    private void topicsSeen(PendingPartition asked, @Nullable TopicFacts seen) {
        if (seen == null) {
            delay(
                    Set.of(asked),
                    "topic " + asked.statePartition.topic() + " has no partition "
                            + asked.statePartition.partition() + "; give it as many partitions as "
                            + asked.partition.topic() + " has");
        } else if (waiting.get(asked.partition) == asked) { // else another assignment follows
            asked.topicsSeen(seen);
            asked.stateEnds().forEach(reader::begin);
        }
    }

    private void delay(Set<PendingPartition> delayed, String why) {
        delayed.forEach(each -> each.delayedBy(why));
        topicsNotBefore = time.getAsLong() + RETRY_INTERVAL.toNanos();
    }

    private void decide(PendingPartition pending) {
        TopicFacts topics = pending.topics();
        Set<TopicPartition> read = pending.stateEnds().keySet();
        if (topics == null || read.isEmpty() || !read.stream().allMatch(reader::isFinished)) {
            return;
        }
        TakeoverFacts facts = new TakeoverFacts(
                pending.partition,
                pending.statePartition,
                settings.clients().groupId(),
                pending.committed(),
                topics,
                reader.contents(pending.statePartition),
                topics.othersEnds().keySet().stream().map(reader::contents).toList());
        if (topics.partitions() != homes.partitionCount(pending.partition.topic())) {
            decided(
                    pending,
                    facts,
                    new TakeoverResult.Blocked(homes.movedProblem(pending.partition.topic(), topics.partitions())));
        } else {
            decided(pending, facts, TakeoverDecision.decide(facts, newKeys));
        }
    }

    private void warnIfRecreated(TakeoverFacts facts) {
        PartitionIdentity identity = facts.contents().identity();
        String topicId = facts.topics().topicId();
        if (identity != null && !identity.topicId().equals(topicId) && recreated.add(topicId)) {
            LOG.atWarn()
                    .addKeyValue("topic", facts.partition().topic())
                    .log("A topic of commands was made again; reads it from its start, and budgets hold");
        }
    }

    private void decided(PendingPartition pending, TakeoverFacts facts, TakeoverResult result) {
        result.match(
                ready -> {
                    waiting.remove(pending.partition);
                    consumer.seek(pending.partition, ready.from());
                    warnIfRecreated(facts);
                    listener.partitionTakenOver(
                            pending.statePartition.topic(),
                            Math.toIntExact(facts.contents().records()),
                            facts.contents().bytes(),
                            pending.waited(time.getAsLong()));
                    begin.accept(ready);
                },
                problem -> {
                    if (pending.block(problem.what())) {
                        LOG.atError()
                                .addKeyValue("partition", pending.partition)
                                .addKeyValue("problem", problem.what())
                                .log("A partition stays paused");
                    }
                });
    }
}
