package io.callport.kafka.admin;

import io.callport.kafka.record.DeadLetterHeaders;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.RecordHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it was read: a record on the dead letters' topic, with headers that say where the record was first
 * published and why it is no command.
 */
public final class DeadLetter {
    private final InboundRecord record;

    DeadLetter(InboundRecord record) {
        this.record = record;
    }

    InboundRecord record() {
        return record;
    }

    /** The letter's position on the dead letters' topic. */
    public DeadLetterPosition position() {
        return new DeadLetterPosition(record.partition(), record.offset());
    }

    /** The letter's timestamp, which is the timestamp of the first record. */
    public Instant time() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The letter's key; {@code null} if there is none. */
    public byte @Nullable [] key() {
        return record.key();
    }

    /** The letter's value; {@code null} if there is none, or if the value was too large to be kept. */
    public byte @Nullable [] value() {
        return record.value();
    }

    /**
     * The place where the record was first published, {@code topic/partition/offset}: the {@code ce_id} of its result,
     * once there is a result. Empty text for a record that is no dead letter of Callport's.
     */
    public String identity() {
        return DeadLetterHeaders.position(record);
    }

    /** The topic where the record was first published; empty text for a record that is no dead letter of Callport's. */
    public String firstTopic() {
        return identity().isEmpty() ? "" : DeadLetterHeaders.text(record, "topic");
    }

    /** The reason why the record is no command. The text may hold anything. */
    public String reason() {
        return DeadLetterHeaders.text(record, "message");
    }

    /**
     * The number of times that the record became a dead letter; 0 for a record that is no dead letter of Callport's.
     */
    public int deadLetterCount() {
        return DeadLetterHeaders.deadLetterCount(record);
    }

    /** Whether the letter's value was too large to be kept. */
    public boolean valueIsLost() {
        return record.value() == null && !lostLength().isEmpty();
    }

    /** The number of bytes of a value that was too large to be kept; empty text if the value was kept. */
    public String lostLength() {
        return DeadLetterHeaders.text(record, "value.length");
    }

    /** The SHA-256 of a value that was too large to be kept, in hexadecimal; empty text if the value was kept. */
    public String lostSha256() {
        return DeadLetterHeaders.text(record, "value.sha256");
    }

    /** The {@code group.id} of the service that published the letter; empty text if no header says so. */
    public String group() {
        return DeadLetterHeaders.text(record, "group");
    }

    /**
     * The dead letter with at most {@code most} bytes of its key, of its value and of each header about it, and no
     * other header.
     */
    DeadLetter beginning(int most) {
        return new DeadLetter(new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                beginning(record.key(), most),
                beginning(record.value(), most),
                DeadLetterHeaders.beginnings(record, most)));
    }

    private static byte @Nullable [] beginning(byte @Nullable [] bytes, int most) {
        return bytes == null || bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }

    /**
     * The headers of the record when it is published again.
     *
     * @param names the headers that are left out
     * @throws IllegalArgumentException if one of these headers holds the identity of the dead letter
     */
    List<RecordHeader> headersWithout(Set<String> names) {
        for (String name : names) {
            if (name.startsWith(DeadLetterHeaders.PREFIX) || name.startsWith(Origin.HEADER)) {
                throw new IllegalArgumentException(name + " says who the dead letter is; keep it");
            }
        }
        List<RecordHeader> headers = new ArrayList<>(record.headers());
        headers.removeIf(header -> names.contains(header.name()));
        return headers;
    }
}
