package io.callport.kafka.event;

import io.callport.kafka.record.Json;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.OversizedValue;
import io.callport.kafka.record.RecordHeader;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * An event as its record. Immutable; nothing changes the arrays.
 *
 * @param envelopeLength the bytes of the value's JSON object if it had no data, and the whole value has none if it is
 *     as long
 */
@SuppressWarnings("ArrayRecordComponent") // records are carried, never compared
public record WrittenEvent(String topic, byte[] key, byte[] value, List<RecordHeader> headers, int envelopeLength) {
    /** The name of the field with the event's data. */
    static final String DATA = "data";

    private static final String TOO_LARGE = "tooLarge";
    private static final int BEFORE_DATA = ",\"data\":".length();

    public WrittenEvent {
        headers = List.copyOf(headers);
    }

    /** The most bytes that the record has on the wire, uncompressed. */
    int size() {
        return new OutboundRecord(topic, 0, null, key, value, headers).size();
    }

    /** Whether the event has its data. */
    boolean whole() {
        return envelopeLength < value.length;
    }

    /** The bytes of the data. */
    int dataLength() {
        return whole() ? value.length - envelopeLength - BEFORE_DATA : 0;
    }

    /** Writes the event with the length and the SHA-256 of its data instead of the data. */
    public WrittenEvent withoutData() {
        int start = envelopeLength - 1 + BEFORE_DATA;
        OversizedValue data = OversizedValue.of(ByteBuffer.wrap(value, start, dataLength()));
        byte[] envelope = Arrays.copyOf(value, envelopeLength);
        envelope[envelopeLength - 1] = '}';
        byte[] described = Json.object(json -> {
            json.writeNumberField("bytes", data.length());
            json.writeStringField("sha256", data.sha256());
        });
        byte[] small = Json.withField(envelope, TOO_LARGE, described);
        return new WrittenEvent(topic, key, small, headers, small.length);
    }
}
