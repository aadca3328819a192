package io.callport.kafka.result;

import io.callport.kafka.command.CommandReading.NoCommand;
import io.callport.kafka.record.DeadLetterHeaders;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.OversizedValue;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.Publication.Version;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.topics.TopicView;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns a record that is no command into a dead letter: the same key, value and headers, byte for byte, with headers
 * that say where the record was first published and why it is no command. If the topic refuses the timestamp, the dead
 * letter has the time of sending. A dead letter that does not fit goes without its value, then without its key and
 * headers. Thread-safe.
 */
public final class DeadLetterWriter {
    private final String topic;
    private final String group;
    private final Supplier<TopicView> topics;

    /**
     * Makes a writer for a service.
     *
     * @param topics supplies the topics as they are when a dead letter is written
     */
    public DeadLetterWriter(KafkaSettings settings, Supplier<TopicView> topics) {
        this.topic = settings.topics().deadLetters();
        this.group = settings.clients().groupId();
        this.topics = topics;
    }

    /** Writes the dead letter of a record. */
    public Publication write(InboundRecord record, NoCommand why) {
        RecordAddress to = RecordAddress.of(topics.get(), topic, record.key());
        List<RecordHeader> received = record.headers();
        Long timestamp = record.timestamp() < 0 ? null : record.timestamp();
        return Publication.fitting(List.of(
                () -> letter(to, timestamp, record.key(), record.value(), headers(why, received)),
                () -> letter(to, null, record.key(), record.value(), headers(why, received)),
                () -> letter(to, null, record.key(), null, withoutValue(record, why, received)),
                () -> letter(to, null, null, null, withoutValue(record, why, List.of()))));
    }

    /**
     * Writes the dead letter of a record whose value is too large to be kept. It has the record's key and headers if
     * they fit.
     *
     * @param record the record without its value
     */
    public Publication write(InboundRecord record, OversizedValue value, NoCommand why) {
        RecordAddress to = RecordAddress.of(topics.get(), topic, record.key());
        return Publication.fitting(List.of(
                () -> letter(to, null, record.key(), null, withoutValue(value, why, record.headers())),
                () -> letter(to, null, null, null, withoutValue(value, why, List.of()))));
    }

    /** @param timestamp the record's own, which a topic may find too old or too new; {@code null} for now */
    private static Version letter(
            RecordAddress to,
            @Nullable Long timestamp,
            byte @Nullable [] key,
            byte @Nullable [] value,
            List<RecordHeader> headers) {
        return new Version(
                new OutboundRecord(to.topic(), to.partition(), timestamp, key, value, headers), null, to.largest());
    }

    private List<RecordHeader> headers(NoCommand why, List<RecordHeader> received) {
        List<RecordHeader> headers = DeadLetterHeaders.without(received);
        List<String> first = why.origin().parts();
        headers.add(DeadLetterHeaders.of("topic", first.get(0)));
        headers.add(DeadLetterHeaders.of("partition", first.get(1)));
        headers.add(DeadLetterHeaders.of("offset", first.get(2)));
        headers.add(DeadLetterHeaders.of("group", group));
        headers.add(DeadLetterHeaders.of(
                "delivery.count", String.valueOf(why.origin().deadLetterCount() + 1)));
        headers.add(DeadLetterHeaders.of("message", why.why()));
        headers.add(why.tag());
        return headers;
    }

    private List<RecordHeader> withoutValue(InboundRecord record, NoCommand why, List<RecordHeader> received) {
        byte[] value = record.value();
        return value == null
                ? headers(why, received)
                : withoutValue(OversizedValue.of(ByteBuffer.wrap(value)), why, received);
    }

    private List<RecordHeader> withoutValue(OversizedValue value, NoCommand why, List<RecordHeader> received) {
        List<RecordHeader> headers = headers(why, received);
        if (value.length() >= 0) {
            headers.add(DeadLetterHeaders.of("value.length", String.valueOf(value.length())));
        }
        if (value.sha256() != null) {
            headers.add(DeadLetterHeaders.of("value.sha256", value.sha256()));
        }
        return headers;
    }
}
