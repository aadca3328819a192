package io.callport.kafka.tracing;

import io.callport.query.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows one command. The loop's thread calls this object, but the threads of its requests read it. */
public interface CommandTrace {
    CommandTrace NONE = new CommandTrace() {};

    /**
     * Reports that the command has its result, which is about to be written and published.
     *
     * @return headers for the result: a {@code traceparent} replaces the echoed one. Headers that are the result's own
     *     ({@code ce_…}, {@code kafka_…}, {@code content-type}) or have more than 4 KiB are left out
     */
    default Map<String, String> resultReady() {
        return Map.of();
    }

    /**
     * Reports that the result was committed: the last report of this command.
     *
     * @param topic the topic of the result
     * @param refused why the command was refused; {@code null} if it was answered
     */
    default void resultPublished(String topic, @Nullable Reason refused) {}

    /**
     * Reports that this instance publishes no result of the command, as far as is known, because another instance owns
     * its partition: the last report of this command.
     */
    default void handedOver() {}
}
