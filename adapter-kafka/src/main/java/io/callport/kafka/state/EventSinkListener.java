package io.callport.kafka.state;

import io.callport.account.Account;
import io.callport.event.EventType;
import java.io.Closeable;
import java.time.Duration;

/**
 * Receives what becomes of the events that vendors push, on several threads. Implementations are thread-safe, return at
 * once and throw nothing.
 */
public interface EventSinkListener {
    EventSinkListener NONE = new EventSinkListener() {};

    /** The reasons why an event was not taken, so that the vendor is asked to send it again. */
    enum Refusal {
        /** Kafka did not acknowledge the event in time, or refused it. */
        NOT_ACKNOWLEDGED("not-acknowledged"),
        /** Too many bytes of events wait for Kafka already. */
        TOO_MUCH_WAITS("too-much-waits"),
        /** The topic is not there, or may not be written to. */
        TOPIC_UNAVAILABLE("topic-unavailable"),
        /** The topic does not even take the event without its data. */
        TOO_LARGE("too-large"),
        /** The service is about to end. */
        CLOSING("closing");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /** The reason as metrics and log lines name it, as in {@code not-acknowledged}. */
        public String code() {
            return code;
        }
    }

    /**
     * Reports that all in-sync replicas have an event, and that the vendor gets its answer.
     *
     * @param took the time from the event's arrival to the acknowledgement
     */
    default void eventPublished(EventType<?> type, Account account, Duration took) {}

    /** Reports that an event was not taken. Kafka may still publish it. */
    default void eventRefused(EventType<?> type, Account account, Refusal why) {}

    /** Reports that Kafka acknowledged an event that was refused before, so that it will be there twice. */
    default void eventPublishedLate(EventType<?> type, Account account) {}

    /**
     * Reports that an event goes without its data, because its topic takes less.
     *
     * @param bytes the bytes of the data
     */
    default void eventOversized(EventType<?> type, Account account, long bytes) {}

    /**
     * Reports that a producer was opened.
     *
     * @param producer an {@code org.apache.kafka.clients.producer.Producer}; of its methods, only {@code metrics()} may
     *     be called by others
     */
    default void producerOpened(Closeable producer) {}

    /** Reports that a producer is about to be closed. */
    default void producerClosed(Closeable producer) {}
}
