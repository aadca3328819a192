package io.callport.kafka.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read. Its bytes may hold anything.
 *
 * @param topic the record's topic
 * @param partition the record's partition
 * @param offset the record's offset
 * @param timestamp the timestamp in milliseconds since the epoch; negative if the record has no timestamp
 * @param key the record's key, as received
 * @param value the record's value, as received
 * @param headers the record's headers, as received, in order
 */
@SuppressWarnings("ArrayRecordComponent") // records are carried, never compared
public record InboundRecord(
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<RecordHeader> headers) {
    public InboundRecord {
        headers = List.copyOf(headers);
    }

    public String position() {
        return topic + "/" + partition + "/" + offset;
    }

    /** The last header of a name; {@code null} if there is none. */
    public byte @Nullable [] header(String name) {
        byte[] last = null;
        for (RecordHeader header : headers) {
            if (header.name().equals(name)) {
                last = header.value();
            }
        }
        return last;
    }
}
