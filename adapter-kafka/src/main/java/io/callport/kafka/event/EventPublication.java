package io.callport.kafka.event;

import io.callport.event.VendorEvent;
import io.callport.execution.DaemonThreads;
import io.callport.execution.UncaughtExceptions;
import io.callport.kafka.client.ClusterFailure;
import io.callport.kafka.client.ConstructionFailure;
import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.EventSinkListener;
import io.callport.kafka.state.Health;
import io.callport.kafka.topics.EventTopics;
import io.callport.kafka.topics.TopicView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads and the clients of an {@link EventPublisher}. Thread-safe. */
public final class EventPublication implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventPublication.class);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration BETWEEN_CHECKS_OF_AGE = Duration.ofMillis(50);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration CLOSE = EventPublisher.PATIENCE.plusSeconds(1);
    private static final Duration CLOSE_OF_PRODUCER = Duration.ofSeconds(1);

    private final KafkaSettings settings;
    private final EventProducer producer;
    private final EventPublisher publisher;
    private final ScheduledExecutorService ages;
    private final Thread sender;
    private volatile @Nullable EventTopics topics;
    private volatile String unreachable = "";
    private volatile boolean stopping;

    private EventPublication(KafkaSettings settings, EventSinkListener listener) {
        this.settings = settings;
        this.producer = new EventProducer(
                () -> new KafkaProducer<>(
                        ClientProperties.ofEventProducer(
                                settings.clients(), settings.events().waitingBytes()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()),
                listener,
                System::nanoTime);
        this.publisher = new EventPublisher(settings, this::topicsNow, producer, listener, System::nanoTime);
        this.ages = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("callport-event-ages"));
        this.sender = DaemonThreads.named("callport-events").newThread(this::run);
    }

    /**
     * Opens the clients and starts the threads. Temporary failures are waited for.
     *
     * @throws KafkaException if no client can be opened with these properties
     */
    public static EventPublication start(KafkaSettings settings, EventSinkListener listener) {
        EventPublication publication = new EventPublication(settings, listener);
        publication.openTopics();
        try {
            publication.producer.open();
        } catch (KafkaException e) {
            publication.closeTopics();
            throw e;
        }
        Future<?> unused = publication.ages.scheduleWithFixedDelay(
                UncaughtExceptions.reportingErrors(publication::refuseExpired),
                BETWEEN_CHECKS_OF_AGE.toMillis(),
                BETWEEN_CHECKS_OF_AGE.toMillis(),
                TimeUnit.MILLISECONDS);
        publication.sender.start();
        return publication;
    }

    /** Hands an event over, without waiting. */
    public CompletableFuture<Void> publish(VendorEvent event) {
        return publisher.publish(event);
    }

    /** The bytes of the events that wait for Kafka. */
    public long waitingBytes() {
        return publisher.waitingBytes();
    }

    /** The health as it is now. */
    public Health health() {
        boolean live = sender.isAlive();
        List<String> reasons = new ArrayList<>();
        if (!live) {
            reasons.add(
                    stopping
                            ? "It is shutting down"
                            : "The thread of events ended by itself; see the log for why, then start this instance again");
        }
        EventTopics known = topics;
        if (known != null) {
            reasons.addAll(known.reasons());
        } else {
            reasons.add("Kafka cannot be reached yet: " + unreachable);
        }
        reasons.addAll(publisher.problems());
        return new Health(live, reasons);
    }

    @Override
    public void close() {
        publisher.stop();
        stopping = true;
        try {
            sender.join(CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.interrupt(); // has no effect on one that has ended
        ages.shutdownNow();
        publisher.refuseAll();
        closeTopics();
    }

    private void refuseExpired() {
        try {
            publisher.refuseExpired();
        } catch (RuntimeException e) { // would end the schedule silently
            LOG.error("Events whose time is over cannot be refused", e);
        }
    }

    private void run() {
        try {
            while (!stopping || publisher.waitingBytes() > 0) {
                turn();
            }
        } catch (InterruptedException | InterruptException e) {
            // only close() interrupts, after its time
        } catch (RuntimeException | Error e) {
            LOG.error("The thread of events ended by itself", e);
            if (e instanceof Error error) {
                UncaughtExceptions.report(error);
            }
        } finally {
            boolean unused = Thread.interrupted(); // a producer is not closed on an interrupted thread
            producer.close(CLOSE_OF_PRODUCER);
        }
    }

    private void turn() throws InterruptedException {
        if (topics == null) {
            openTopics();
            if (topics == null) {
                Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
                return;
            }
        }
        if (!publisher.sendNext(PAUSE)) {
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private Optional<TopicView> topicsNow() {
        EventTopics known = topics;
        return known == null ? Optional.empty() : known.view();
    }

    private void openTopics() {
        try {
            topics = EventTopics.start(settings);
        } catch (KafkaException e) {
            if (!ConstructionFailure.mayHeal(e)) {
                throw e;
            }
            unreachable = ClusterFailure.describe(e);
        }
    }

    private void closeTopics() {
        EventTopics known = topics;
        if (known != null) {
            known.close();
        }
    }
}
