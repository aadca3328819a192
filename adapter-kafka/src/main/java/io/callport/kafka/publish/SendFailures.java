package io.callport.kafka.publish;

import io.callport.kafka.result.Publication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The records of one transaction that were not sent, and whose fault that is: a record's, a destination's, or
 * neither's. A producer that fails because of one batch fails the batches that are not sent yet with the same
 * exception, so an exception counts for the first destination that it is reported for. Thread-safe: the producer's
 * thread reports too.
 */
final class SendFailures {
    private static final List<Class<? extends Exception>> OF_DESTINATIONS = List.of(
            TimeoutException.class,
            TopicAuthorizationException.class,
            UnknownTopicOrPartitionException.class,
            UnknownTopicIdException.class,
            InvalidTopicException.class,
            InvalidTimestampException.class,
            InvalidRecordException.class, // a compacted topic takes no record without a key, of whatever size
            NotEnoughReplicasException.class,
            NotEnoughReplicasAfterAppendException.class,
            NotLeaderOrFollowerException.class,
            LeaderNotAvailableException.class,
            KafkaStorageException.class,
            OutOfOrderSequenceException.class);

    private final Thread sending = Thread.currentThread();
    private final Map<Delivery, Exception> rejected = new HashMap<>();
    private final Map<TopicPartition, Exception> destinations = new HashMap<>();
    private final Map<TopicPartition, Exception> expired = new HashMap<>();
    private final Map<Exception, Publication> oversized = new HashMap<>();

    /** Reports that the record of a delivery was not sent. */
    synchronized void report(Delivery delivery, Exception failure) {
        if (concernsTheRecord(failure, delivery.publication())) {
            rejected.put(delivery, failure);
        } else {
            report(DestinationHealth.destination(delivery.publication()), failure);
        }
    }

    /** Reports that a record of another kind was not sent. */
    synchronized void report(TopicPartition destination, Exception failure) {
        if (OF_DESTINATIONS.stream().noneMatch(type -> type.isInstance(failure))
                || destinations.containsValue(failure)
                || expired.containsValue(failure)) {
            return;
        }
        if (failure instanceof TopicAuthorizationException unauthorized) {
            if (!unauthorized.unauthorizedTopics().isEmpty()) {
                unauthorized
                        .unauthorizedTopics()
                        .forEach(topic -> destinations.put(DestinationHealth.whole(topic), failure));
            } else {
                destinations.put(DestinationHealth.whole(destination.topic()), failure);
            }
        } else if (Thread.currentThread() == sending) { // the topic's metadata was awaited in vain
            destinations.put(DestinationHealth.whole(destination.topic()), failure);
        } else if (failure instanceof TimeoutException) {
            expired.put(destination, failure);
        } else {
            destinations.put(destination, failure);
        }
    }

    /** Whether a failure concerns a record, so that only this record takes its next version. */
    private boolean concernsTheRecord(Exception failure, Publication publication) {
        if (failure instanceof RecordTooLargeException || failure instanceof RecordBatchTooLargeException) {
            Publication first = oversized.computeIfAbsent(failure, it -> publication);
            return publication.topic().equals(first.topic()) && publication.size() >= first.size();
        }
        return publication.timestamp() != null && mayConcernTheTimestamp(failure);
    }

    /**
     * Whether the timestamp may be what was refused: the producer has one exception for all causes once a batch has two
     * such records.
     */
    private static boolean mayConcernTheTimestamp(Exception failure) {
        return failure instanceof InvalidTimestampException || failure instanceof InvalidRecordException;
    }

    /** Whether the transaction cannot be committed any more, so that sending another record would only take time. */
    synchronized boolean any() {
        return !rejected.isEmpty() || !destinations.isEmpty() || !expired.isEmpty();
    }

    /** The deliveries whose record was refused. */
    synchronized Map<Delivery, Exception> rejected() {
        return Map.copyOf(rejected);
    }

    /**
     * The destinations that did not take their records.
     *
     * @param offsetsTaken whether the offsets were taken: if not, records may have waited in vain for the same reason
     */
    synchronized Map<TopicPartition, Exception> destinations(boolean offsetsTaken) {
        Map<TopicPartition, Exception> all = new HashMap<>(destinations);
        if (offsetsTaken) {
            all.putAll(expired);
        }
        return all;
    }
}
