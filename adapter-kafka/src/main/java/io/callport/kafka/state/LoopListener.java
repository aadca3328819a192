package io.callport.kafka.state;

import io.callport.account.Account;
import io.callport.query.Reason;
import java.io.Closeable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the loop tells whoever measures it. Called on the loop's thread: implementations return at once and throw nothing.
 */
public interface LoopListener {
    /** Listens to nothing. */
    LoopListener NONE = new LoopListener() {};

    /**
     * A command got its result, committed.
     *
     * @param query the query's name; {@code none} where there is no such query
     * @param account whose
     * @param refused why it was refused; {@code null} if it was answered
     * @param latency from the command's timestamp to now
     */
    default void resultPublished(String query, Account account, @Nullable Reason refused, Duration latency) {}

    /** A record was no command and went to the dead letters. */
    default void deadLetterPublished(String topic) {}

    /** A command was elsewhere and went to its home. */
    default void commandRerouted(String topic) {}

    /** A transaction was committed with that many records. */
    default void transactionCommitted(int records, Duration took) {}

    /** So many results of a command topic were out of order that this many commands were refused, {@code overloaded}. */
    default void commandsShed(String topic, int commands) {}

    /** A transaction was aborted and will be sent again. */
    default void transactionAborted() {}

    /** The loop went around once: read, decided and published; waiting for records does not count. */
    default void turned(Duration took) {}

    /** The group gave this instance that many partitions; none where others came and went. */
    default void partitionsAssigned(int partitions) {}

    /** The group took that many partitions away, which others get once this instance has committed. */
    default void partitionsRevoked(int partitions) {}

    /** That many partitions are others' already, because this instance was not heard of for too long. */
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

    /** Consumer and producer failed, and are made anew. */
    default void clientsRecreated() {}

    /**
     * A request to a vendor ended.
     *
     * @param query the query's name
     * @param attempt 1 for the first of its commands
     * @param refused why there is no answer; {@code null} if there is one
     */
    default void requestEnded(String query, Account account, int attempt, @Nullable Reason refused) {}

    /** A request was not made: it would have started too late, or its account moved on, or Kafka failed. */
    default void requestDropped(Account account) {}
}
