package io.callport.kafka;

import io.callport.account.Account;
import io.callport.query.Reason;
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

    /** So many results of a command topic were out of order that commands were refused, {@code overloaded}. */
    default void commandsShed(String topic, int commands) {}

    /** A transaction was aborted and will be sent again. */
    default void transactionAborted() {}
}
