package io.callport.kafka.admin.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is different when a dead letter is published again.
 *
 * @param value the value instead of its own; {@code null} to keep it
 * @param key the key instead of its own, as text; {@code null} to keep it
 * @param topic the command topic instead of the one where it was first published; {@code null} for that one
 * @param withoutHeaders headers that are left out
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Mending(
        byte @Nullable [] value,
        @Nullable String key,
        @Nullable String topic,
        Set<String> withoutHeaders) {
    /** Nothing is different. */
    public static final Mending NONE = new Mending(null, null, null, Set.of());

    /** Copies the headers. */
    public Mending {
        withoutHeaders = Set.copyOf(withoutHeaders);
    }

    /** The same value, but another key, topic and other headers left out. */
    public Mending with(@Nullable String otherKey, @Nullable String otherTopic, Set<String> without) {
        return new Mending(value, otherKey, otherTopic, without);
    }

    /** The same, and another value. */
    public Mending withValue(byte[] instead) {
        return new Mending(instead, key, topic, withoutHeaders);
    }

    byte @Nullable [] keyInsteadOf(byte @Nullable [] own) {
        return key == null ? own : key.getBytes(StandardCharsets.UTF_8);
    }

    byte @Nullable [] valueInsteadOf(byte @Nullable [] own) {
        return value == null ? own : value;
    }
}
