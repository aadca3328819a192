package io.callport.kafka.admin;

import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The changes to a dead letter that is published again. The letter keeps its identity, and gets a new timestamp.
 *
 * @param value the new value; {@code null} to keep the letter's own
 * @param key the new key, as text; {@code null} to keep the letter's own
 * @param topic the new command topic; {@code null} for the topic where the record was first published
 * @param withoutHeaders the headers that are left out
 */
@SuppressWarnings("ArrayRecordComponent") // edits are never compared
public record DeadLetterEdit(
        byte @Nullable [] value,
        @Nullable String key,
        @Nullable String topic,
        Set<String> withoutHeaders) {
    /** Changes nothing but the timestamp. */
    public static final DeadLetterEdit NONE = new DeadLetterEdit(null, null, null, Set.of());

    public DeadLetterEdit {
        withoutHeaders = Set.copyOf(withoutHeaders);
    }

    /** A copy with another key, topic and set of headers that are left out. */
    public DeadLetterEdit with(@Nullable String otherKey, @Nullable String otherTopic, Set<String> without) {
        return new DeadLetterEdit(value, otherKey, otherTopic, without);
    }

    /** A copy with another value. */
    public DeadLetterEdit withValue(byte[] otherValue) {
        return new DeadLetterEdit(otherValue, key, topic, withoutHeaders);
    }

    /** Makes the record that is published for a dead letter. */
    ProducerRecord<byte[], byte[]> apply(DeadLetter letter, TopicSettings topics) throws NotReplayableException {
        if (letter.identity().isEmpty()) {
            throw new NotReplayableException(
                    "it is no dead letter of Callport's: its __dlq.errors.* headers name no place");
        }
        if (letter.valueIsLost() && value == null) {
            throw new NotReplayableException("its value was too large to be kept (" + letter.lostLength()
                    + " bytes, SHA-256 " + letter.lostSha256() + "); give one with --value");
        }
        return new ProducerRecord<>(
                commandTopic(letter, topics),
                null, // the partition of its key
                null, // now: its old timestamp would make it expire
                key == null ? letter.key() : key.getBytes(StandardCharsets.UTF_8),
                value == null ? letter.value() : value,
                new RecordHeaders(headers(letter)));
    }

    private String commandTopic(DeadLetter letter, TopicSettings topics) throws NotReplayableException {
        String chosen = topic == null ? letter.firstTopic() : topic;
        if (topics.vendors().values().stream().map(VendorTopics::commands).noneMatch(chosen::equals)) {
            throw new NotReplayableException(
                    "topic " + chosen + " is no command topic of this configuration; name one with --to");
        }
        return chosen;
    }

    private List<Header> headers(DeadLetter letter) {
        List<Header> headers = new ArrayList<>();
        for (RecordHeader header : letter.headersWithout(withoutHeaders)) {
            headers.add(new org.apache.kafka.common.header.internals.RecordHeader(header.name(), header.value()));
        }
        return headers;
    }

    /** A dead letter cannot be published again; the message says why and what would help. */
    static final class NotReplayableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        NotReplayableException(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
