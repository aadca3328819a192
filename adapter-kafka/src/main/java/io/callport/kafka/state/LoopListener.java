package io.callport.kafka.state;

import io.callport.account.Account;
import io.callport.query.Reason;
import java.io.Closeable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Called with the events of the loop, on the loop's thread. Implementations return at once and throw nothing.
 */
public interface LoopListener {
    LoopListener NONE = new LoopListener() {};

    /**
     * The result of a command was committed.
     *
     * @param query the query's name; {@code none} where there is no such query
     * @param account the command's account
     * @param refused why the command was refused; {@code null} if it was answered
     * @param latency from the command's timestamp to now
     */
    default void resultPublished(String query, Account account, @Nullable Reason refused, Duration latency) {}

    /** A record was no command and was published as a dead letter. */
    default void deadLetterPublished(String topic) {}

    /** A command was not at its home and was published there. */
    default void commandRerouted(String topic) {}

    /** A transaction was committed with that many records. */
    default void transactionCommitted(int records, Duration took) {}

    /** A number of commands was refused {@code overloaded}, because too many results of their topic were out of order. */
    default void commandsShed(String topic, int commands) {}

    /** A transaction was aborted; its records will be sent again. */
    default void transactionAborted() {}

    /** A turn of the loop ended: it read, decided and published. The time does not count the wait for records. */
    default void turned(Duration took) {}

    /** The group assigned that many partitions to this instance; zero if only other instances came or went. */
    default void partitionsAssigned(int partitions) {}

    /** The group revoked that many partitions, which other instances get once this one has committed. */
    default void partitionsRevoked(int partitions) {}

    /** Other instances own that many partitions already, because this one sent no heartbeat for too long. */
    default void partitionsLost(int partitions) {}

    /**
     * One of Kafka's own clients was opened.
     *
     * @param client an {@code org.apache.kafka.clients.consumer.Consumer} or {@code ...producer.Producer}; of its methods, only
     *     {@code metrics()} may be called by others
     */
    default void clientOpened(Closeable client) {}

    /** One of Kafka's own clients is about to be closed. */
    default void clientClosed(Closeable client) {}

    /** The consumer and the producer failed, and are opened again. */
    default void clientsRecreated() {}

    /**
     * A request to a vendor ended.
     *
     * @param query the query's name
     * @param attempt 1 for the first request of its commands
     * @param refused why the request has no answer; {@code null} if it has one
     */
    default void requestEnded(String query, Account account, int attempt, @Nullable Reason refused) {}

    /** A request was not made: it would have started too late, or its account moved to another instance, or Kafka failed. */
    default void requestDropped(Account account) {}
}
