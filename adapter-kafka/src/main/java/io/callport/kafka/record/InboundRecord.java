package io.callport.kafka.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read. Its bytes may hold anything.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its offset
 * @param timestamp in milliseconds since the epoch; negative if it has none
 * @param key its key, as received
 * @param value its value, as received
 * @param headers its headers, as received, in order
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
