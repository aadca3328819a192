package io.callport.kafka.admin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of commands beside their query, account and parameters.
 *
 * @param deadline each command's time to live, from the moment when it is published; more than zero
 * @param maxAge the oldest answer that will do; {@code null} for a new one
 * @param id the commands' id; {@code null} for their position
 * @param replyTopic the topic to which the results are to go; {@code null} for the results topic
 */
public record SendOptions(
        Duration deadline,
        @Nullable Duration maxAge,
        @Nullable String id,
        @Nullable String replyTopic) {
    /** A deadline and nothing else. */
    public static SendOptions ofDeadline(Duration deadline) {
        return new SendOptions(deadline, null, null, null);
    }
}
