package io.callport.kafka.state;

import io.callport.account.Account;
import io.callport.query.Reason;
import java.io.Closeable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Receives the events of the loop, on the loop's thread. Implementations return at once and throw nothing. */
public interface LoopListener {
    LoopListener NONE = new LoopListener() {};

    /**
     * Reports that the result of a command was committed.
     *
     * @param query the query's name; {@code none} where there is no such query
     * @param account the command's account
     * @param refused why the command was refused; {@code null} if it was answered
     * @param latency the time from the command's timestamp to now
     */
    default void resultPublished(String query, Account account, @Nullable Reason refused, Duration latency) {}

    /** Reports that a record was no command and was published as a dead letter. */
    default void deadLetterPublished(String topic) {}

    /** Reports that a command was not at its home and was published there. */
    default void commandRerouted(String topic) {}

    /**
     * Reports a record whose headers say where it was first published, without a right tag: a forged record, or one of
     * before the state topic was recreated. Its own position counts.
     *
     * @param topic the command topic of the record
     */
    default void originRejected(String topic) {}

    /** Reports that a transaction was committed, with the number of its records. */
    default void transactionCommitted(int records, Duration took) {}

    /**
     * Reports that a transaction was committed that wrote state.
     *
     * @param topic the state topic
     * @param records the number of its records of state, tombstones among them
     * @param bytes the bytes of their keys and values
     */
    default void stateWritten(String topic, int records, long bytes) {}

    /**
     * Reports that the state of a partition was read, so that the partition begins.
     *
     * @param topic the state topic
     * @param records the number of records that were read
     * @param bytes the bytes of their keys and values
     * @param took the time from the assignment of the partition to now
     */
    default void partitionTakenOver(String topic, int records, long bytes, Duration took) {}

    /** Reports that a transaction was aborted; its records will be sent again. */
    default void transactionAborted() {}

    /** Reports the end of a turn, which read, decided and published. The time does not count the wait for records. */
    default void turned(Duration took) {}

    /**
     * Reports the number of partitions that the group assigned to this instance; zero if only other instances came or
     * went.
     */
    default void partitionsAssigned(int partitions) {}

    /** Reports the number of revoked partitions, which other instances get once this instance has committed. */
    default void partitionsRevoked(int partitions) {}

    /**
     * Reports the number of partitions that other instances own already, because this instance sent no heartbeat for
     * too long.
     */
    default void partitionsLost(int partitions) {}

    /**
     * Reports that one of Kafka's own clients was opened.
     *
     * @param client an {@code org.apache.kafka.clients.consumer.Consumer} or {@code ...producer.Producer}; of its
     *     methods, only {@code metrics()} may be called by others
     */
    default void clientOpened(Closeable client) {}

    /** Reports that one of Kafka's own clients is about to be closed. */
    default void clientClosed(Closeable client) {}

    /** Reports that the consumer and the producer failed, and are opened again. */
    default void clientsRecreated() {}

    /**
     * Reports the end of a request to a vendor.
     *
     * @param query the query's name
     * @param attempt 1 for the first request of its commands
     * @param failed why the request has no answer; {@code null} if the request has an answer
     */
    default void requestEnded(String query, Account account, int attempt, @Nullable Reason failed) {}

    /**
     * Reports that a request was not made: the request would have started too late, or its account moved to another
     * instance, or Kafka failed.
     */
    default void requestDropped(Account account) {}
}
