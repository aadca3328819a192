package io.callport.kafka.result;

import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.RecordHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it was read.
 *
 * @param record the record on the dead letters' topic
 */
public record DeadLetter(InboundRecord record) {
    /** Where it is: {@code partition/offset} on the dead letters' topic. */
    public String position() {
        return record.partition() + "/" + record.offset();
    }

    /**
     * Where the record was first published, {@code topic/partition/offset}: the {@code ce_id} of its result, once it has one.
     * Empty text for a record that is no dead letter of Callport's.
     */
    public String identity() {
        return DeadLetterHeaders.position(record);
    }

    /** The topic where the record was first published; empty text for a record that is no dead letter of Callport's. */
    public String firstTopic() {
        return identity().isEmpty() ? "" : DeadLetterHeaders.text(record, "topic");
    }

    /** Why it is no command, in words that may hold anything. */
    public String why() {
        return DeadLetterHeaders.text(record, "message");
    }

    /** How often it has died; 0 for a record that is no dead letter of Callport's. */
    public int deaths() {
        return DeadLetterHeaders.deliveries(record);
    }

    /** Whether its value was too large to be kept. */
    public boolean valueIsLost() {
        return record.value() == null && !lostLength().isEmpty();
    }

    /** How many bytes its value had that was too large to be kept; empty text if it was not. */
    public String lostLength() {
        return DeadLetterHeaders.text(record, "value.length");
    }

    /** The SHA-256 of its value that was too large to be kept, in hexadecimal; empty text if it was not. */
    public String lostSha256() {
        return DeadLetterHeaders.text(record, "value.sha256");
    }

    /** The {@code group.id} of the service that set it aside; empty text if it says none. */
    public String group() {
        return DeadLetterHeaders.text(record, "group");
    }

    /** What there is to know of it, with no more than that many bytes of its key, its value and each header about it. */
    public DeadLetter beginning(int most) {
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
     * The headers with which it is the same record when it is published again: all, but for some.
     *
     * @throws IllegalArgumentException if one of those that are left out says who it is
     */
    public List<RecordHeader> headersWithout(Set<String> names) {
        for (String name : names) {
            if (name.startsWith(DeadLetterHeaders.PREFIX) || name.equals(Origin.HEADER)) {
                throw new IllegalArgumentException(name + " says who the dead letter is; keep it");
            }
        }
        List<RecordHeader> headers = new ArrayList<>(record.headers());
        headers.removeIf(header -> names.contains(header.name()));
        return headers;
    }
}
