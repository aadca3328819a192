package io.callport.kafka.event;

import io.callport.kafka.client.ClusterFailure;
import io.callport.kafka.client.ConstructionFailure;
import io.callport.kafka.client.KafkaThreads;
import io.callport.kafka.state.EventSinkListener;
import io.callport.query.ExceptionKind;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The producer of events, and the next one where it has failed for good. One thread opens, sends and closes; the
 * producers' own threads report failures.
 */
final class EventProducer {
    private static final Logger LOG = LoggerFactory.getLogger(EventProducer.class);

    /** The least time between two producers: what makes one fail for good may well make the next one fail. */
    private static final Duration BETWEEN_PRODUCERS = Duration.ofSeconds(1);

    private final Supplier<Producer<byte[], byte[]>> opener;
    private final EventSinkListener listener;
    private final LongSupplier clock;
    private @Nullable Producer<byte[], byte[]> producer;
    private long triedAt;
    private volatile @Nullable Producer<byte[], byte[]> failedForGood;

    /** @param opener opens a producer, or throws a {@link KafkaException} */
    EventProducer(Supplier<Producer<byte[], byte[]>> opener, EventSinkListener listener, LongSupplier clock) {
        this.opener = opener;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Opens the first producer. A failure that time may heal is waited for.
     *
     * @throws KafkaException if no producer can be opened with these properties
     */
    void open() {
        try {
            openNext();
        } catch (KafkaException e) {
            if (!ConstructionFailure.mayHeal(e)) {
                throw e;
            }
        }
    }

    /**
     * Sends a record, and makes the producer again before if it has failed for good. May wait for the producer's
     * {@code max.block.ms}. Every failure goes to the callback.
     */
    void send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        try {
            Producer<byte[], byte[]> current = working();
            var unused = current.send(record, (sent, e) -> {
                if (e != null) {
                    failed(current, e);
                }
                callback.onCompletion(sent, e);
            });
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            Producer<byte[], byte[]> current = producer;
            if (current != null) {
                failed(current, e);
            }
            callback.onCompletion(null, e);
        } catch (IllegalStateException e) { // the producer was closed, or so it says of a state that it cannot leave
            failedForGood = producer;
            callback.onCompletion(null, e);
        }
    }

    private Producer<byte[], byte[]> working() {
        Producer<byte[], byte[]> current = producer;
        if (current != null && (current != failedForGood || tooSoon())) {
            return current;
        }
        if (current != null) {
            LOG.warn("The producer of events failed for good, and is made again");
            close(Duration.ZERO);
        } else if (tooSoon()) {
            throw new KafkaException("no producer could be opened");
        }
        return openNext();
    }

    private boolean tooSoon() {
        return clock.getAsLong() - triedAt < BETWEEN_PRODUCERS.toNanos();
    }

    private Producer<byte[], byte[]> openNext() {
        triedAt = clock.getAsLong();
        Producer<byte[], byte[]> next = opener.get();
        KafkaThreads.useDefaultHandler();
        producer = next;
        listener.producerOpened(next);
        return next;
    }

    private void failed(Producer<byte[], byte[]> which, Exception e) {
        boolean heals = e instanceof RetriableException
                || e instanceof RecordTooLargeException
                || e instanceof TopicAuthorizationException
                || e instanceof InvalidTopicException
                || e instanceof PolicyViolationException;
        if (!heals) {
            failedForGood = which;
        }
    }

    /** The kind of a failure, in words. */
    static String reason(Exception e) {
        return e instanceof KafkaException kafka ? ClusterFailure.reason(kafka) : ExceptionKind.of(e);
    }

    /** Closes the producer, which gets that long for what it has. */
    void close(Duration timeout) {
        Producer<byte[], byte[]> current = producer;
        if (current != null) {
            producer = null;
            listener.producerClosed(current);
            current.close(timeout);
        }
    }
}
