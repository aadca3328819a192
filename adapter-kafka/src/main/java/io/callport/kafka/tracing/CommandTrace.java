package io.callport.kafka.tracing;

import io.callport.query.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows one command. Called on the loop's thread, but read by those of its requests. */
public interface CommandTrace {
    CommandTrace NONE = new CommandTrace() {};

    /**
     * The command has its result, which is about to be written and published.
     *
     * @return headers for the result: a {@code traceparent} replaces what would be echoed. Those that are the result's own
     *     ({@code ce_…}, {@code kafka_…}, {@code content-type}) or have more than 4 KiB are left out
     */
    default Map<String, String> resultReady() {
        return Map.of();
    }

    /**
     * The result was committed: the last report of this command.
     *
     * @param topic the topic of the result
     * @param refused why the command was refused; {@code null} if it was answered
     */
    default void resultPublished(String topic, @Nullable Reason refused) {}

    /**
     * The command has no result from here, as far as is known, because another instance owns its partition: the last report of
     * this command.
     */
    default void handedOver() {}
}
