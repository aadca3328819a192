package io.callport.kafka.tracing;

import io.callport.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * A command that was read.
 *
 * @param topic the topic on which the command was read
 * @param query the query's name; {@code none} where there is no such query
 * @param account the account of the command, whether configured or not
 * @param id the publisher's id of the command, or else {@code topic/partition/offset} of its first record
 * @param headers the headers of the record; to be read at once, because this object holds the whole record
 */
public record TracedCommand(String topic, String query, Account account, String id, Headers headers) {
    /** A record's headers as text. */
    @FunctionalInterface
    public interface Headers {
        /**
         * A header's value, by its exact name; {@code traceparent} and {@code tracestate} may have come as a
         * CloudEvent's attributes, too. The value may be anything.
         *
         * @return the value; {@code null} if there is none, or if the value has more than 4 KiB
         */
        @Nullable
        String get(String name);
    }
}
