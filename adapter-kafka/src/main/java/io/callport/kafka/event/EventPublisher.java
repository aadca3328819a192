package io.callport.kafka.event;

import io.callport.event.EventSink;
import io.callport.event.VendorEvent;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.EventSinkListener;
import io.callport.kafka.state.EventSinkListener.Refusal;
import io.callport.kafka.topics.TopicView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes events: any thread hands one over and waits for nothing, one thread sends, and the producer's thread
 * completes the futures. An event has five seconds from its arrival to Kafka's acknowledgement; then its vendor is
 * asked to send it again, and if Kafka acknowledges the event after that, it is there twice.
 *
 * <p>An event counts as waiting until nothing holds its bytes any more, even if its vendor has its answer.
 */
public final class EventPublisher implements EventSink {
    private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);

    /** The time that an event has: a vendor waits for the answer, and no vendor says for how long. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration AFTER_FAILURE = PATIENCE;
    private static final Duration WHEN_FULL = Duration.ofSeconds(1); // Kafka acknowledges what waits before, or fails

    /** A send that takes longer waited for the topic's partitions, or for the producer's memory. */
    private static final Duration BLOCKED = Duration.ofMillis(500);

    /** The time for which a topic's events fail at once after that, so that one topic hardly delays the others. */
    private static final Duration BLOCKED_FOR = Duration.ofSeconds(2);

    private final EventWriter writer;
    private final Supplier<Optional<TopicView>> topics;
    private final EventProducer producer;
    private final EventSinkListener listener;
    private final LongSupplier clock;
    private final WaitingBytes waiting;
    private final PublishingFailures failures = new PublishingFailures();
    private final BlockingQueue<PendingEvent> unsent = new LinkedBlockingQueue<>(); // bounded by the waiting bytes
    private final Queue<PendingEvent> byAge = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> blockedUntil = new HashMap<>();
    private @Nullable PendingEvent next;
    private volatile boolean closing;

    /**
     * Makes a publisher that sends nothing by itself: see {@link #sendNext} and {@link #refuseExpired}.
     *
     * @param topics supplies the topics as they are known now; empty before Kafka was reached
     * @param clock the monotonic clock, in nanoseconds
     */
    EventPublisher(
            KafkaSettings settings,
            Supplier<Optional<TopicView>> topics,
            EventProducer producer,
            EventSinkListener listener,
            LongSupplier clock) {
        this.writer = new EventWriter(settings);
        this.topics = topics;
        this.producer = producer;
        this.listener = listener;
        this.clock = clock;
        this.waiting = new WaitingBytes(settings.events().waitingBytes());
    }

    @Override
    public CompletableFuture<Void> publish(VendorEvent event) {
        PendingEvent pending = new PendingEvent(event, writer.write(event), clock.getAsLong());
        if (!waiting.reserve(pending.weight())) {
            refuse(pending, Refusal.TOO_MUCH_WAITS, "too many events wait for Kafka", WHEN_FULL);
            return pending.future();
        }
        byAge.add(pending);
        unsent.add(pending);
        if (closing) { // asked last: what was added before is seen by refuseAll()
            refuse(pending, Refusal.CLOSING, "the service is about to end", WHEN_FULL);
        }
        return pending.future();
    }

    /** The bytes of the events that wait for Kafka. */
    long waitingBytes() {
        return waiting.used();
    }

    /** The failures of the last seconds, in sentences; none of a topic where an event was acknowledged since. */
    List<String> problems() {
        return failures.problems(clock.getAsLong());
    }

    /**
     * Sends the oldest event that was not sent yet, on the one thread that sends. May block for the producer's
     * {@code max.block.ms}.
     *
     * @param wait the longest wait for an event
     * @return false if the next event waits until the topics are known, so that the caller pauses
     */
    boolean sendNext(Duration wait) throws InterruptedException {
        if (next == null) {
            next = unsent.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        }
        PendingEvent event = next;
        if (event == null) {
            return true;
        }
        Optional<TopicView> view = topics.get();
        if (event.answered()) {
            release(event);
        } else if (view.isEmpty()) {
            return false; // the event has its five seconds
        } else {
            send(event, view.get());
        }
        next = null;
        return true;
    }

    private void send(PendingEvent event, TopicView view) {
        String topic = event.topic();
        if (!view.exists(topic)) {
            fail(event, Refusal.TOPIC_UNAVAILABLE, "its topic does not exist or may not be seen");
        } else if (blocked(topic)) {
            fail(event, Refusal.NOT_ACKNOWLEDGED, "the last event waited for the topic in vain");
        } else if (fit(event, view.largestRecord(topic))) {
            handOver(event);
        }
    }

    /** Leaves the data out if the event is too large; fails the event if it is too large without its data. */
    private boolean fit(PendingEvent event, int largest) {
        if (event.record().size() > largest && event.record().whole()) {
            leaveDataOut(event);
        }
        if (event.record().size() <= largest) {
            return true;
        }
        failTooLarge(event);
        return false;
    }

    private void leaveDataOut(PendingEvent event) {
        int bytes = event.record().dataLength();
        event.replace(event.record().withoutData());
        LOG.atWarn()
                .addKeyValue("topic", event.topic())
                .addKeyValue("event", event.type().name())
                .addKeyValue("account", event.account())
                .addKeyValue("bytes", bytes)
                .log("An event is larger than its topic takes, and goes without its data");
        listener.eventOversized(event.type(), event.account(), bytes);
    }

    private void failTooLarge(PendingEvent event) {
        fail(
                event,
                Refusal.TOO_LARGE,
                "even without its data an event has " + event.record().size()
                        + " bytes, which is more than the topic takes; raise its max.message.bytes");
    }

    private boolean blocked(String topic) {
        Long until = blockedUntil.get(topic);
        return until != null && clock.getAsLong() - until < 0;
    }

    private void handOver(PendingEvent event) {
        long before = clock.getAsLong();
        producer.send(producerRecord(event.record()), (sent, e) -> completed(event, e));
        long after = clock.getAsLong();
        if (after - before >= BLOCKED.toNanos()) {
            blockedUntil.put(event.topic(), after + BLOCKED_FOR.toNanos());
        }
    }

    /** Ends an event, on the producer's thread or on the one that sends. */
    private void completed(PendingEvent event, @Nullable Exception e) {
        if (e == null) {
            release(event);
            failures.acknowledged(event.topic());
            if (event.acknowledge()) {
                listener.eventPublished(event.type(), event.account(), event.age(clock.getAsLong()));
            } else {
                listener.eventPublishedLate(event.type(), event.account());
            }
        } else if (e instanceof RecordTooLargeException && event.record().whole()) {
            leaveDataOut(event);
            unsent.add(event); // a producer's own thread may not wait for the producer
        } else if (e instanceof RecordTooLargeException) {
            failTooLarge(event);
        } else {
            fail(event, Refusal.NOT_ACKNOWLEDGED, EventProducer.reason(e));
        }
    }

    /** Refuses the events whose time is over. One thread at a time calls this, several times a second. */
    void refuseExpired() {
        long now = clock.getAsLong();
        PendingEvent oldest = byAge.peek();
        while (oldest != null && (oldest.answered() || oldest.age(now).compareTo(PATIENCE) >= 0)) {
            byAge.remove();
            String why = "no acknowledgement within " + PATIENCE.toSeconds() + " s";
            if (refuse(oldest, Refusal.NOT_ACKNOWLEDGED, why, AFTER_FAILURE)) {
                remember(oldest, why);
            }
            oldest = byAge.peek();
        }
    }

    /** Takes no more events. Those that wait go on. */
    void stop() {
        closing = true;
    }

    /** Refuses all events that still wait, after {@link #stop}. */
    void refuseAll() {
        PendingEvent each = byAge.poll();
        while (each != null) {
            refuse(each, Refusal.CLOSING, "the service is about to end", WHEN_FULL);
            each = byAge.poll();
        }
    }

    private void release(PendingEvent event) {
        waiting.release(event.weight());
        event.dropRecord();
    }

    private void fail(PendingEvent event, Refusal reason, String why) {
        release(event);
        remember(event, why);
        refuse(event, reason, why, AFTER_FAILURE);
    }

    private void remember(PendingEvent event, String why) {
        String topic = event.topic();
        failures.failed(topic, "Topic " + topic + " did not take the last event: " + why, clock.getAsLong());
    }

    private boolean refuse(PendingEvent event, Refusal reason, String why, Duration retryAfter) {
        boolean refused = event.refuse(why, retryAfter);
        if (refused) {
            listener.eventRefused(event.type(), event.account(), reason);
        }
        return refused;
    }

    private static ProducerRecord<byte[], byte[]> producerRecord(WrittenEvent event) {
        List<Header> headers = new ArrayList<>();
        for (RecordHeader header : event.headers()) {
            headers.add(new org.apache.kafka.common.header.internals.RecordHeader(header.name(), header.value()));
        }
        return new ProducerRecord<>(event.topic(), null, event.key(), event.value(), new RecordHeaders(headers));
    }
}
