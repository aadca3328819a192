package io.callport.kafka.tracing;

import io.callport.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * A command that was read.
 *
 * @param topic where it was read
 * @param query the query's name; {@code none} where there is no such query
 * @param account whom to ask, whether configured or not
 * @param id the publisher's id of it, or else {@code topic/partition/offset} of its first record
 * @param headers what came with it; to be read at once, for it holds on to the record
 */
public record TracedCommand(String topic, String query, Account account, String id, Headers headers) {
    /** A record's headers as text. */
    @FunctionalInterface
    public interface Headers {
        /**
         * A header's value, by its exact name; {@code traceparent} and {@code tracestate} may have come as a CloudEvent's
         * attributes, too. It may be anything.
         *
         * @return {@code null} if there is none, or if it has more than 4 KiB
         */
        @Nullable
        String get(String name);
    }
}
