package io.callport.kafka;

import io.callport.event.EventSink;
import io.callport.event.VendorEvent;
import io.callport.kafka.event.EventPublication;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.EventSinkListener;
import io.callport.kafka.state.Health;
import java.util.concurrent.CompletableFuture;

/**
 * Publishes the events that vendors push on Kafka: the future of an event completes when all in-sync replicas have it,
 * and fails with an {@link io.callport.event.EventRefusedException} if that takes more than five seconds, if too many
 * bytes wait already, or if Kafka refuses the event. An event that was refused may be published all the same: it is
 * then there twice, with one id.
 *
 * <p>Shares no thread and no client with {@link KafkaLoop}, and needs none. Lost brokers and missing topics only make
 * events fail, and {@link #health} reports the reason. Futures complete on the sink's own threads: what follows must
 * not block. Thread-safe.
 */
public final class KafkaEvents implements EventSink, AutoCloseable {
    private final EventPublication publication;

    private KafkaEvents(EventPublication publication) {
        this.publication = publication;
    }

    /**
     * Starts the sink. Kafka need not be there yet.
     *
     * @param settings the clients, the topics and, in {@link KafkaSettings#events}, whose events are published
     * @param listener receives what becomes of each event
     * @throws org.apache.kafka.common.KafkaException if no client can be opened with these properties
     */
    public static KafkaEvents start(KafkaSettings settings, EventSinkListener listener) {
        return new KafkaEvents(EventPublication.start(settings, listener));
    }

    /** @throws IllegalArgumentException if the vendor of the event's account has no topics */
    @Override
    public CompletableFuture<Void> publish(VendorEvent event) {
        return publication.publish(event);
    }

    /** The bytes of the events that wait for Kafka, by their weight in memory. */
    public long waitingBytes() {
        return publication.waitingBytes();
    }

    /** The health of the sink as it is now: the reasons why vendors get no answer of success. */
    public Health health() {
        return publication.health();
    }

    /** Takes no more events, waits at most six seconds for those that wait, refuses the rest, and ends. */
    @Override
    public void close() {
        publication.close();
    }
}
