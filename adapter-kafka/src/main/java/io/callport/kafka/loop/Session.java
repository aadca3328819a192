package io.callport.kafka.loop;

import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.partition.PartitionTakeover;
import io.callport.kafka.partition.SpendingAccounts;
import io.callport.kafka.partition.TakeoverResult;
import io.callport.kafka.publish.Announcements;
import io.callport.kafka.publish.PartitionCheckpoints;
import io.callport.kafka.publish.Publisher;
import io.callport.kafka.publish.Transactions;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.topics.TopicView;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop from joining the group to leaving it, or to a failure after which consumer and producer must be made anew. One
 * thread owns it.
 */
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration BUSY_POLL = Duration.ofMillis(2);
    private static final Duration IDLE_POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Engine engine;
    private final AccountHomes homes;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final LoopListener listener;
    private final Announcements announcements;
    private final PartitionCheckpoints checkpoints;
    private final Publisher publisher;
    private final PartitionTakeover takeover;
    private final AssignmentListener assignment;
    private List<String> changes = List.of();
    private boolean reading = true;
    private boolean paused;
    private long wakeAt = Long.MAX_VALUE;

    public Session(
            KafkaSettings settings, Engine engine, TopicView view, LoopListener listener, String transactionalId) {
        this.engine = engine;
        this.homes = engine.homes(view);
        this.producer = LoopClients.producer(settings.clients(), transactionalId);
        this.consumer = LoopClients.consumer(settings.clients(), producer);
        SpendingAccounts spending = new SpendingAccounts(settings.accounts());
        this.announcements = new Announcements(homes, spending);
        this.checkpoints = new PartitionCheckpoints(
                settings.checkpointVersion(), engine.metadataLimit().of(view.metadataLimit()), homes, spending, engine);
        Transactions transactions = new Transactions(producer, consumer::groupMetadata);
        this.publisher = new Publisher(engine, checkpoints, announcements, transactions, listener);
        this.takeover = new PartitionTakeover(consumer, homes, this::begin);
        this.assignment = new AssignmentListener(engine, takeover, announcements, publisher, checkpoints);
        this.listener = listener;
        listener.clientOpened(producer);
        listener.clientOpened(consumer);
    }

    /** Fences whoever had this transactional id, and joins the group. */
    public void join(KafkaSettings settings) {
        List<String> topics = settings.topics().vendors().values().stream()
                .map(VendorTopics::commands)
                .toList();
        producer.initTransactions();
        consumer.subscribe(topics, assignment);
    }

    /** Once around: read, decide, publish, start. */
    public void turn(TopicView view) {
        watch(view);
        ConsumerRecords<byte[], byte[]> records = consumer.poll(pollTime());
        long began = System.nanoTime();
        takeover.turn();
        read(records, view);
        decide(view);
        publisher.publish();
        pauseOrResume(!reading || engine.full());
        listener.turned(Duration.ofNanos(System.nanoTime() - began));
    }

    /** What there is to see. */
    public Glance glance() {
        return engine.glance(new Overview(consumer, engine.partitions(), takeover, checkpoints).partitions(paused));
    }

    /** Whether the group knows this instance, with or without partitions for it. */
    public boolean joined() {
        return consumer.groupMetadata().generationId() >= 0;
    }

    /** What keeps it from answering every command that is its own, in words. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>(changes);
        problems.addAll(takeover.problems());
        problems.addAll(publisher.problems());
        return problems;
    }

    /** Takes no more commands. */
    public void stopReading() {
        reading = false;
        pauseOrResume(true);
    }

    public boolean somethingToPublish() {
        return publisher.somethingToPublish();
    }

    /** Leaves the group. What has no result is forgotten: its offset is not committed, so the next owner reads it. */
    @Override
    public void close() {
        listener.clientClosed(consumer);
        listener.clientClosed(producer);
        try {
            consumer.close(CloseOptions.timeout(CLOSE));
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("reason", e.getClass().getSimpleName()).log("The consumer did not close");
        }
        producer.close(CLOSE);
        announcements.takeAll().forEach(request -> engine.notMade(request, "The request was not made: Kafka failed"));
        engine.partitions().allGone(); // also those of which a consumer that failed did not tell
        engine.forgetOthers();
    }

    /** An account whose home moves while this process runs could be asked for in two places. */
    private void watch(TopicView view) {
        List<String> now = homes.changes(view);
        if (!now.isEmpty() && changes.isEmpty()) {
            LOG.atError().addKeyValue("problem", now).log("No more commands are taken");
            engine.stop();
            stopReading();
            changes = now; // for good, for a broker that lags may tell the old number again
        }
    }

    private void begin(TakeoverResult.Ready resumption) {
        PartitionProgress progress = resumption.progress();
        TopicPartition partition = progress.partition();
        LOG.atInfo()
                .addKeyValue("partition", partition)
                .addKeyValue("offset", progress.lowWater())
                .addKeyValue("done-beyond", progress.done().cardinality())
                .addKeyValue("spent", resumption.spent())
                .log("Begins a partition");
        engine.partitions().begin(progress);
        checkpoints.restore(partition, resumption.spent());
        if (!paused) {
            consumer.resume(List.of(partition));
        }
    }

    private void read(ConsumerRecords<byte[], byte[]> records, TopicView view) {
        LoopClock clock = LoopClock.now();
        records.forEach(record -> take(record, view, clock));
        records.nextOffsets().forEach((partition, next) -> {
            PartitionProgress progress = engine.partitions().of(partition);
            if (progress != null) {
                progress.readUpTo(next.offset(), next.leaderEpoch());
            }
        });
    }

    private void take(ConsumerRecord<byte[], byte[]> record, TopicView view, LoopClock clock) {
        PartitionProgress progress = engine.partitions().of(new TopicPartition(record.topic(), record.partition()));
        if (progress != null && progress.goesBack(record.offset())) {
            giveUp(progress, record.offset());
        } else if (progress != null && progress.read(record.offset(), record.leaderEpoch())) {
            engine.take(record, progress, view, clock);
        }
    }

    /** Neither would it be right to leave out what is there now, nor to answer again what may be there still. */
    private void giveUp(PartitionProgress progress, long offset) {
        TopicPartition partition = progress.partition();
        assignment.giveUp(List.of(partition));
        takeover.giveUp(
                partition,
                "Partition " + partition + " went back to offset " + offset + ", but all before "
                        + progress.lowWater() + " has its result: the topic was made anew, or has lost records; stop"
                        + " every instance, reset the offset with kafka-consumer-groups to the first command that has"
                        + " none, then start them again");
    }

    /** What spends of no budget starts at once; what does is announced first. */
    private void decide(TopicView view) {
        Effects<AcceptedCommand> effects = engine.advance(view, LoopClock.now());
        wakeAt = effects.wakeAt();
        for (Request request : effects.requests()) {
            if (!announcements.add(request)) {
                engine.start(request);
            }
        }
    }

    private Duration pollTime() {
        if (publisher.aborted()) {
            return IDLE_POLL;
        }
        if (somethingToPublish()) {
            return Duration.ZERO;
        }
        Duration longest = engine.requestsInFlight() > 0 || takeover.pending() ? BUSY_POLL : IDLE_POLL;
        if (wakeAt == Long.MAX_VALUE) {
            return longest;
        }
        Duration untilWake = Duration.ofNanos(Math.max(0, wakeAt - System.nanoTime()));
        return untilWake.compareTo(longest) < 0 ? untilWake : longest;
    }

    /** Back-pressure: the loop keeps polling, so that the group sees it alive, but gets no records. */
    private void pauseOrResume(boolean pause) {
        if (pause && !paused) {
            consumer.pause(consumer.assignment());
        } else if (!pause && paused) {
            consumer.resume(engine.partitions().all().stream()
                    .map(PartitionProgress::partition)
                    .toList());
        }
        paused = pause;
    }
}
