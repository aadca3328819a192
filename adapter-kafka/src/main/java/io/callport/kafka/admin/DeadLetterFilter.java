package io.callport.kafka.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Chooses dead letters. A component that is {@code null} leaves none out.
 *
 * @param since the earliest timestamp; a dead letter has that of its first record
 * @param from the topic on which the dead letters were first published
 * @param reason text that their reason contains
 */
public record DeadLetterFilter(
        @Nullable Instant since,
        @Nullable String from,
        @Nullable String reason) {
    /** Chooses all dead letters. */
    public static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null);

    /** Whether the filter chooses a dead letter. */
    boolean matches(DeadLetter letter) {
        return (since == null || letter.record().timestamp() >= since.toEpochMilli())
                && matchesTopic(letter)
                && (reason == null || letter.reason().contains(reason));
    }

    /** Whether a dead letter was first published on the chosen topic, and so may have the identity of a chosen one. */
    boolean matchesTopic(DeadLetter letter) {
        return from == null || letter.firstTopic().equals(from);
    }
}
