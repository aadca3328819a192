package io.callport.kafka.admin.deadletters;

import io.callport.kafka.result.DeadLetter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters; what is {@code null} leaves none out.
 *
 * @param since those whose timestamp, which is the first record's, is not before this
 * @param from those that were first published on this topic
 * @param why those whose reason holds this text
 */
public record Choice(
        @Nullable Instant since,
        @Nullable String from,
        @Nullable String why) {
    /** All of them. */
    public static final Choice ALL = new Choice(null, null, null);

    /** Whether a dead letter is one of them. */
    boolean has(DeadLetter letter) {
        return (since == null || letter.record().timestamp() >= since.toEpochMilli())
                && hasTopicOf(letter)
                && (why == null || letter.why().contains(why));
    }

    /** Whether a dead letter can have the identity of one of them. */
    boolean hasTopicOf(DeadLetter letter) {
        return from == null || letter.firstTopic().equals(from);
    }
}
