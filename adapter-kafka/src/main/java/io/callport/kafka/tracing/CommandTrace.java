package io.callport.kafka.tracing;

import io.callport.query.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows one command. Called on the loop's thread, but read by those of its requests. */
public interface CommandTrace {
    /** Follows nothing. */
    CommandTrace NONE = new CommandTrace() {};

    /**
     * It has its result, which is about to be written and published.
     *
     * @return headers for the result: a {@code traceparent} replaces what would be echoed. Those that are the result's own
     *     ({@code ce_…}, {@code kafka_…}, {@code content-type}) or have more than 4 KiB are left out
     */
    default Map<String, String> resultReady() {
        return Map.of();
    }

    /**
     * Its result was committed: the last that is told of it.
     *
     * @param topic where
     * @param refused why it was refused; {@code null} if it was answered
     */
    default void resultPublished(String topic, @Nullable Reason refused) {}

    /** It has no result from here, as far as is known, because its partition is someone else's: the last that is told of it. */
    default void left() {}
}
