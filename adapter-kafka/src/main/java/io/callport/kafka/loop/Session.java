package io.callport.kafka.loop;

import io.callport.kafka.KafkaSettings;
import io.callport.kafka.LoopListener;
import io.callport.kafka.VendorTopics;
import io.callport.kafka.topics.TopicView;
import io.callport.switchboard.Effects;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop from joining the group to leaving it, or to a failure after which consumer and producer must be made anew.
 *
 * <p>One thread owns it, and the rebalance callbacks run on that thread, inside {@code poll}.
 */
final class Session implements AutoCloseable, ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration BUSY_POLL = Duration.ofMillis(5);
    private static final Duration IDLE_POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Engine engine;
    private final LoopListener listener;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final Transactions transactions;
    private final Partitions partitions = new Partitions();
    private final List<String> topics;
    private boolean reading = true;
    private boolean paused;
    private boolean aborted;
    private boolean failed;
    private long wakeAt = Long.MAX_VALUE;

    Session(KafkaSettings settings, Engine engine, LoopListener listener, String transactionalId) {
        this.engine = engine;
        this.listener = listener;
        this.producer = Clients.producer(settings.clients(), transactionalId);
        this.consumer = Clients.consumer(settings.clients(), producer);
        this.transactions = new Transactions(producer, consumer::groupMetadata);
        this.topics = settings.topics().vendors().values().stream()
                .map(VendorTopics::commands)
                .toList();
    }

    /** Fences whoever had this transactional id, and joins the group. */
    void join() {
        producer.initTransactions();
        consumer.subscribe(topics, this);
    }

    /** Once around: read, decide, publish, start. */
    void turn(TopicView view) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(pollTime());
        LoopClock clock = LoopClock.now();
        records.forEach(record -> take(record, view, clock));
        partitions.readUpTo(records);
        Effects<Asked> effects = engine.advance(view, LoopClock.now());
        wakeAt = effects.wakeAt();
        try {
            publish();
        } catch (KafkaException e) {
            engine.neverStarted(effects.requests());
            throw e;
        }
        engine.start(effects.requests());
        pauseOrResume(!reading || engine.full());
    }

    /** Whether the group knows this instance, with or without partitions for it. */
    boolean joined() {
        return consumer.groupMetadata().generationId() >= 0;
    }

    /** Takes no more commands. */
    void stopReading() {
        reading = false;
        pauseOrResume(true);
    }

    boolean somethingToPublish() {
        return !engine.outbox.isEmpty();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        LOG.info("Assigned partitions={}", assigned);
        partitions.assigned(assigned);
        if (paused) {
            consumer.pause(assigned);
        }
    }

    /** What is ready is committed while these partitions are still ours; what is not is the next owner's. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        LOG.info("Revoked partitions={}", revoked);
        try {
            publish();
        } finally {
            forget(revoked);
        }
    }

    /** They are someone else's already: committing would be wrong. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        LOG.warn("Lost partitions={}", lost);
        forget(lost);
    }

    /** Leaves the group. What has no result is forgotten: its offset is not committed, so the next owner reads it. */
    @Override
    public void close() {
        try {
            consumer.close(CloseOptions.timeout(CLOSE));
        } catch (KafkaException e) {
            LOG.warn("The consumer did not close: reason={}", e.getClass().getSimpleName());
        }
        producer.close(CLOSE);
        partitions.allGone(); // also those of which a consumer that failed did not tell
        engine.forget(partitions);
    }

    private void take(ConsumerRecord<byte[], byte[]> record, TopicView view, LoopClock clock) {
        Progress progress = partitions.of(new TopicPartition(record.topic(), record.partition()));
        if (progress != null && progress.read(record.offset(), record.leaderEpoch())) {
            engine.take(record, progress, view, clock);
        }
    }

    /** One transaction with what is ready; nothing if nothing is. */
    private void publish() {
        List<Delivery> deliveries = engine.outbox.next();
        Map<TopicPartition, OffsetAndMetadata> checkpoints = partitions.checkpoints(deliveries);
        boolean nothing = deliveries.isEmpty() && checkpoints.isEmpty();
        if (nothing || failed || !joined()) { // the commit of one that never joined is not fenced
            return;
        }
        long started = System.nanoTime();
        failed = true; // until the outcome is known
        aborted = !transactions.commit(deliveries, checkpoints);
        failed = false;
        if (aborted) {
            listener.transactionAborted();
            return;
        }
        partitions.committed(deliveries, checkpoints);
        engine.outbox.published(deliveries);
        deliveries.forEach(delivery -> delivery.committed().run());
        listener.transactionCommitted(deliveries.size(), Duration.ofNanos(System.nanoTime() - started));
    }

    private void forget(Collection<TopicPartition> gone) {
        partitions.gone(gone);
        engine.forget(partitions);
    }

    private Duration pollTime() {
        if (aborted) {
            return IDLE_POLL;
        }
        if (somethingToPublish()) {
            return Duration.ZERO;
        }
        Duration longest = engine.requestsInFlight() > 0 ? BUSY_POLL : IDLE_POLL;
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
            consumer.resume(consumer.assignment());
        }
        paused = pause;
    }
}
