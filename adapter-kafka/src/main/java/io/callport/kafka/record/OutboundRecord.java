package io.callport.kafka.record;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * A record to be published.
 *
 * @param topic the record's topic
 * @param partition the record's partition
 * @param timestamp the timestamp in milliseconds since the epoch; {@code null} for the time of sending
 * @param key the record's key
 * @param value the record's value
 * @param headers the record's headers, in order
 */
@SuppressWarnings("ArrayRecordComponent") // records are carried, never compared
public record OutboundRecord(
        String topic,
        int partition,
        @Nullable Long timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<RecordHeader> headers) {
    /** The most that a batch of one record takes beside its content: batch header, lengths, offsets. */
    private static final int OVERHEAD = 128;

    private static final int HEADER_OVERHEAD = 10;

    public OutboundRecord {
        headers = List.copyOf(headers);
    }

    /** A copy with another value. */
    public OutboundRecord withValue(byte[] other) {
        return new OutboundRecord(topic, partition, timestamp, key, other, headers);
    }

    /** A copy with the time of sending, and one more header. */
    public OutboundRecord sentNow(RecordHeader header) {
        List<RecordHeader> more = new ArrayList<>(headers);
        more.add(header);
        return new OutboundRecord(topic, partition, null, key, value, more);
    }

    /** The most bytes that the record has on the wire, uncompressed. */
    public int size() {
        int size = OVERHEAD + length(key) + length(value);
        for (RecordHeader header : headers) {
            size += HEADER_OVERHEAD + Utils.utf8Length(header.name()) + length(header.value());
        }
        return size;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
