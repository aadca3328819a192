package io.callport.kafka.result;

import io.callport.kafka.record.DeadLetterHeaders;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.Publication.Version;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.topics.TopicView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a record that is no command into a dead letter: the same key, value and headers, byte for byte, with where it was first
 * and why. One whose timestamp the topic refuses goes with the time of its dead letter; one that does not fit goes without its value, then without its key and headers. Thread-safe.
 */
public final class DeadLetterWriter {
    private final String topic;
    private final String group;

    /** A writer for a service. */
    public DeadLetterWriter(KafkaSettings settings) {
        this.topic = settings.topics().deadLetters();
        this.group = settings.clients().groupId();
    }

    /** The dead letter of a record. */
    public Publication write(InboundRecord record, String why, TopicView view) {
        return Publication.fitting(
                view,
                List.of(
                        () -> timely(
                                letter(
                                        record,
                                        record.key(),
                                        record.value(),
                                        headers(record, why, record.headers()),
                                        view),
                                record),
                        () -> letter(
                                record, record.key(), record.value(), headers(record, why, record.headers()), view),
                        () -> letter(record, record.key(), null, withoutValue(record, why, record.headers()), view),
                        () -> letter(record, null, null, withoutValue(record, why, List.of()), view)));
    }

    private Version letter(
            InboundRecord record,
            byte @Nullable [] key,
            byte @Nullable [] value,
            List<RecordHeader> headers,
            TopicView view) {
        int partition = view.partitionOf(topic, record.key());
        return new Version(new OutboundRecord(topic, partition, null, key, value, headers), null);
    }

    /** With the record's own timestamp, which a topic may find too old or too new. */
    private static Version timely(Version letter, InboundRecord record) {
        OutboundRecord now = letter.record();
        Long timestamp = record.timestamp() < 0 ? null : record.timestamp();
        return new Version(
                new OutboundRecord(now.topic(), now.partition(), timestamp, now.key(), now.value(), now.headers()),
                null);
    }

    private List<RecordHeader> headers(InboundRecord record, String why, List<RecordHeader> received) {
        List<RecordHeader> headers = DeadLetterHeaders.without(received);
        List<String> first = Origin.of(record).parts();
        headers.add(DeadLetterHeaders.of("topic", first.get(0)));
        headers.add(DeadLetterHeaders.of("partition", first.get(1)));
        headers.add(DeadLetterHeaders.of("offset", first.get(2)));
        headers.add(DeadLetterHeaders.of("group", group));
        headers.add(DeadLetterHeaders.of("delivery.count", String.valueOf(DeadLetterHeaders.deliveries(record) + 1)));
        headers.add(DeadLetterHeaders.of("message", why));
        return headers;
    }

    private List<RecordHeader> withoutValue(InboundRecord record, String why, List<RecordHeader> received) {
        List<RecordHeader> headers = headers(record, why, received);
        byte[] value = record.value();
        if (value != null) {
            headers.add(DeadLetterHeaders.of("value.length", String.valueOf(value.length)));
            headers.add(DeadLetterHeaders.of("value.sha256", sha256(value)));
        }
        return headers;
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
