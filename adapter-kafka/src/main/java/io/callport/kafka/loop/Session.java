package io.callport.kafka.loop;

import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.client.KafkaThreads;
import io.callport.kafka.dispatch.CommandAtOffset;
import io.callport.kafka.dispatch.LoopTime;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.partition.PartitionState;
import io.callport.kafka.publish.Announcements;
import io.callport.kafka.publish.Delivery;
import io.callport.kafka.publish.Publisher;
import io.callport.kafka.publish.StateWriter;
import io.callport.kafka.publish.Transactions;
import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.takeover.PartitionTakeover;
import io.callport.kafka.takeover.TakeoverResult;
import io.callport.kafka.topics.TopicView;
import io.callport.memory.MemoryUse;
import io.callport.query.ExceptionKind;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Result;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop from joining the group to leaving the group, or to a failure after which consumer and producer must be
 * replaced. One thread owns the session.
 */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration BUSY_POLL = Duration.ofMillis(2);
    private static final Duration IDLE_POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final LoopParts parts;
    private final AccountHomes homes;
    private final BoundedDeserializer deserializer;
    private final Consumer<byte[], byte[]> consumer;
    private final LoopProducer producer;
    private final LoopListener listener;
    private final Announcements announcements;
    private final StateWriter stateWriter;
    private final Admin admin;
    private final Publisher publisher;
    private final PartitionTakeover takeover;
    private final AssignmentListener assignment;
    /**
     * The view of the topics when each partition began. While the view is still the same, no topic needs to be compared
     * again.
     */
    private final Map<TopicPartition, TopicView> topicViewsAtBegin = new HashMap<>();

    private List<String> movedHomes = List.of();
    private boolean reading = true;
    private final ReadFairness readFairness = new ReadFairness();
    /** The partitions that are far ahead of others: {@link ReadFairness}. */
    private Set<TopicPartition> pausedForFairness = Set.of();

    private Set<TopicPartition> paused = Set.of();
    private long wakeAt = Long.MAX_VALUE;
    private GroupMembershipOperation atClose = GroupMembershipOperation.LEAVE_GROUP;

    Session(
            KafkaSettings settings,
            LoopParts parts,
            AccountHomes homes,
            LoopListener listener,
            ProcessIds ids,
            SecureRandom random) {
        this.parts = parts;
        this.homes = homes;
        this.admin = Admin.create(ClientProperties.ofAdmin(settings.clients()));
        this.producer = new LoopProducer(settings.clients(), ids, admin, listener);
        this.deserializer = new BoundedDeserializer(parts.memory.largestValueBytes());
        this.consumer = LoopClients.consumer(
                settings.clients(), ids.groupInstanceId(), producer.get(), parts.memory, deserializer);
        this.stateWriter = new StateWriter(homes, settings.accounts(), parts.dispatcher);
        this.announcements = new Announcements(homes, stateWriter, parts.dispatcher);
        this.publisher = new Publisher(
                parts.partitions,
                parts.outbox,
                parts.destinationHealth,
                stateWriter,
                announcements,
                new Transactions(producer, consumer::groupMetadata),
                listener);
        this.takeover = PartitionTakeover.of(
                settings, consumer, admin, homes, listener, this::begin, () -> OriginKey.drawn(random));
        this.assignment = new AssignmentListener(parts, takeover, announcements, publisher, stateWriter, listener);
        this.listener = listener;
        listener.clientOpened(producer.get());
        listener.clientOpened(consumer);
        KafkaThreads.useDefaultHandler();
    }

    /** Fences any other producer with this transactional id, and joins the group. */
    void join(KafkaSettings settings) {
        List<String> topics = settings.topics().vendors().values().stream()
                .map(VendorTopics::commands)
                .toList();
        producer.fenceOthers();
        consumer.subscribe(topics, assignment);
    }

    /** Runs one turn of the loop: read, decide, publish, start. */
    void turn() {
        watchTopics();
        deserializer.beginPoll(parts.memory.pollBytes());
        ConsumerRecords<byte[], byte[]> records = poll();
        parts.memory.set(MemoryUse.POLLED, deserializer.usedBytes());
        long began = System.nanoTime();
        takeover.advance();
        read(records);
        parts.intake.acceptAwaitingOriginKey(LoopTime.now());
        parts.memory.set(MemoryUse.POLLED, 0);
        advance();
        publisher.publish();
        parts.reportMemory();
        pausedForFairness = readFairness.partitionsToPause(counts(records), readable(), this::unread);
        pauseOrResume();
        listener.turned(Duration.ofNanos(System.nanoTime() - began));
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(pollTime());
        } catch (OutOfMemoryError e) {
            LOG.atWarn().addKeyValue("detail", e.getMessage()).log("A poll does not fit into memory");
            if (assignment.changing() || !parts.oversized.readPast(consumer)) {
                throw e;
            }
            return ConsumerRecords.empty();
        }
    }

    /** Takes a snapshot of the loop's work as it is now. */
    RawSnapshot snapshot() {
        return parts.snapshot(
                homes, new PartitionSnapshots(consumer, parts.partitions, takeover, stateWriter).snapshot(paused));
    }

    /** Whether the group knows this instance, with or without partitions for it. */
    boolean joined() {
        return consumer.groupMetadata().generationId() >= 0;
    }

    /** The reasons why this instance does not answer all of its commands, as sentences. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(movedHomes);
        problems.addAll(takeover.problems());
        problems.addAll(publisher.problems());
        problems.addAll(parts.memory.problems(System.nanoTime()));
        problems.addAll(parts.intake.problems(System.nanoTime()));
        return problems;
    }

    /** Stops reading commands until the loop ends. */
    void stopReading() {
        reading = false;
        pauseOrResume();
    }

    boolean somethingToPublish() {
        return publisher.somethingToPublish();
    }

    /**
     * Stays a member of the group when it closes: the next session is the same member, and goes on without a rebalance.
     */
    void remainMember() {
        atClose = GroupMembershipOperation.REMAIN_IN_GROUP;
    }

    /**
     * Leaves the group, unless the next session stays the member. Forgets commands without a result: their offsets are
     * not committed, so the next owner reads them.
     */
    @Override
    public void close() {
        listener.clientClosed(consumer);
        listener.clientClosed(producer.get());
        try {
            consumer.close(CloseOptions.timeout(CLOSE).withGroupMembershipOperation(atClose));
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("reason", ExceptionKind.of(e)).log("The consumer did not close");
        }
        producer.get().close(CLOSE);
        takeover.close();
        admin.close(CLOSE);
        announcements.dropAll();
        parts.partitions.clear(); // also those that a consumer that failed did not report
        parts.forgetOthers();
    }

    /** Looks at the topics as they are now: a topic that is recreated under the same name is another topic. */
    private void watchTopics() {
        TopicView view = parts.topics.refresh();
        watchHomes(view);
        for (PartitionProgress progress : parts.partitions.all()) {
            TopicPartition partition = progress.partition();
            PartitionState state = stateWriter.stateOf(partition);
            if (state != null && !view.equals(topicViewsAtBegin.get(partition))) {
                watch(partition, state, view);
            }
        }
    }

    private void watch(TopicPartition partition, PartitionState state, TopicView view) {
        String stateTopic = state.statePartition().topic();
        if (view.exists(stateTopic) && !view.id(stateTopic).equals(state.stateTopicId())) {
            assignment.abandon(List.of(partition));
            takeover.stop(
                    partition,
                    "Topic " + stateTopic + ", which has the state of partition " + partition
                            + ", was deleted and made again; stop every instance, reset the offsets of the group with"
                            + " kafka-consumer-groups, and start them again: every account then counts as having spent its"
                            + " whole budget for one window");
        } else if (view.exists(partition.topic()) && !view.id(partition.topic()).equals(state.topicId())) {
            assignment.abandon(List.of(partition));
            takeover.assigned(List.of(partition));
        }
    }

    /** Stops the loop's intake when a home moves: two instances could then make requests for the same account. */
    private void watchHomes(TopicView view) {
        List<String> moved = homes.problems(view);
        if (!moved.isEmpty() && movedHomes.isEmpty()) {
            LOG.atError().addKeyValue("problem", moved).log("No more commands are taken");
            parts.dispatcher.stop();
            stopReading();
            movedHomes = moved; // until the loop ends, for a broker that lags may report the old number again
        }
    }

    private void begin(TakeoverResult.Ready ready) {
        PartitionProgress progress = ready.progress();
        TopicPartition partition = progress.partition();
        LOG.atInfo()
                .addKeyValue("partition", partition)
                .addKeyValue("offset", progress.lowWater())
                .addKeyValue("done-beyond", progress.done().cardinality())
                .addKeyValue("spent", ready.inherited())
                .log("Begins a partition");
        parts.partitions.begin(progress);
        stateWriter.begin(ready);
        topicViewsAtBegin.put(partition, parts.topics.get());
        if (reading && !parts.full()) {
            consumer.resume(List.of(partition));
        } else {
            paused = union(paused, partition);
        }
    }

    private void read(ConsumerRecords<byte[], byte[]> records) {
        LoopTime now = LoopTime.now();
        records.forEach(record -> read(record, now));
        records.nextOffsets().forEach((partition, next) -> {
            PartitionProgress progress = parts.partitions.progressOf(partition);
            if (progress != null) {
                progress.markReadUpTo(next.offset(), next.leaderEpoch());
            }
        });
    }

    private void read(ConsumerRecord<byte[], byte[]> record, LoopTime now) {
        PartitionProgress progress =
                parts.partitions.progressOf(new TopicPartition(record.topic(), record.partition()));
        if (progress != null && progress.goesBack(record.offset())) {
            stopPartition(progress, record.offset());
        } else if (progress != null && progress.markRead(record.offset(), record.leaderEpoch())) {
            parts.intake.accept(record, deserializer.oversized(record), progress, now);
        }
    }

    /**
     * Stops a partition whose offsets went back: skipping its records could lose commands, and reading them could
     * answer commands twice.
     */
    private void stopPartition(PartitionProgress progress, long offset) {
        TopicPartition partition = progress.partition();
        assignment.abandon(List.of(partition));
        takeover.stop(
                partition,
                "Partition " + partition + " went back to offset " + offset + ", but all before "
                        + progress.lowWater() + " has its result: the topic was made again, or has lost records; stop"
                        + " every instance, reset the offset with kafka-consumer-groups to the first command that has"
                        + " none, then start them again");
    }

    /** Advances the switchboard: its results go to the outbox; its requests start, or wait to be announced. */
    private void advance() {
        LoopTime now = LoopTime.now();
        Effects<CommandAtOffset> effects = parts.dispatcher.advance(now);
        for (Result<CommandAtOffset> result : effects.results()) {
            Delivery delivery = parts.deliveries.ofResult(result, now);
            if (result.request() == null) {
                parts.outbox.addUnrequested(delivery);
            } else {
                parts.outbox.addRequested(delivery);
            }
        }
        parts.dispatcher.drainChanged().forEach(stateWriter::markChanged);
        effects.requests().forEach(announcements::startOrAwaitAnnouncement);
        wakeAt = effects.wakeAt();
    }

    private Duration pollTime() {
        if (publisher.lastAborted()) {
            return IDLE_POLL;
        }
        if (somethingToPublish()) {
            return Duration.ZERO;
        }
        Duration longest = parts.dispatcher.requestsInFlight() > 0 || takeover.pending() ? BUSY_POLL : IDLE_POLL;
        if (wakeAt == Long.MAX_VALUE) {
            return longest;
        }
        Duration untilWake = Duration.ofNanos(Math.max(0, wakeAt - System.nanoTime()));
        return untilWake.compareTo(longest) < 0 ? untilWake : longest;
    }

    private static Set<TopicPartition> union(Set<TopicPartition> some, TopicPartition another) {
        Set<TopicPartition> all = new HashSet<>(some);
        all.add(another);
        return all;
    }

    private static Map<TopicPartition, Integer> counts(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, Integer> counts = new HashMap<>();
        records.partitions()
                .forEach(partition ->
                        counts.put(partition, records.records(partition).size()));
        return counts;
    }

    /** The partitions of which a record may be read. */
    private Set<TopicPartition> readable() {
        List<PartitionProgress> all = parts.partitions.all();
        return all.stream()
                .filter(progress -> !parts.outbox.full(progress, all.size()) && !parts.intake.isFull(progress))
                .map(PartitionProgress::partition)
                .collect(Collectors.toSet());
    }

    private long unread(TopicPartition partition) {
        return consumer.assignment().contains(partition)
                ? consumer.currentLag(partition).orElse(0)
                : 0;
    }

    /**
     * Applies back-pressure: the loop keeps polling, so that the group sees the instance alive, but gets no records, or
     * none of the partitions of which much waits already or that are far ahead of others.
     */
    private void pauseOrResume() {
        Set<TopicPartition> toPause = new HashSet<>();
        Set<TopicPartition> readable = !reading || parts.full() ? Set.of() : readable();
        Set<TopicPartition> assigned = consumer.assignment();
        for (PartitionProgress progress : parts.partitions.all()) {
            TopicPartition partition = progress.partition();
            if (assigned.contains(partition)
                    && (pausedForFairness.contains(partition) || !readable.contains(partition))) {
                toPause.add(partition);
            }
        }
        List<TopicPartition> newlyPaused =
                toPause.stream().filter(it -> !paused.contains(it)).toList();
        List<TopicPartition> resume = paused.stream()
                .filter(it -> !toPause.contains(it) && parts.partitions.progressOf(it) != null)
                .toList();
        if (!newlyPaused.isEmpty()) {
            consumer.pause(newlyPaused);
        }
        if (!resume.isEmpty()) {
            consumer.resume(resume);
        }
        paused = toPause;
    }
}
