package io.callport.kafka.loop;

import io.callport.kafka.record.OversizedValue;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The keys and values of polled records, so many bytes in one poll: Kafka's consumer bounds the number of records only.
 * Once a poll has used as many bytes as it may, the next record cannot be deserialized. Then the consumer returns the
 * records that it has, and tries that record again in its next poll. The first record of a poll is always used. A key,
 * or a value with its headers, that is too large to be kept is only described. One thread owns an allowance.
 */
final class BoundedDeserializer implements Deserializer<byte[]> {
    private static final int OVERHEAD = 500; // of a record's objects

    private final long largest;
    private final IdentityHashMap<byte[], OversizedPart> oversized = new IdentityHashMap<>();
    private long allowed = Long.MAX_VALUE;
    private long used;
    private long key; // the bytes of a record whose value is not deserialized yet; it may have none

    /** @param largest the most bytes of a key, and of a value with its headers, that are kept */
    BoundedDeserializer(long largest) {
        this.largest = largest;
    }

    /**
     * The description of a record of which a part is too large to be kept.
     *
     * @param what the name of that part
     * @param length the number of its bytes
     * @param value the description of the value, if the value is that part
     */
    record OversizedPart(String what, long length, OversizedValue value) {}

    /** Begins a poll that may use so many bytes, or one record. */
    void beginPoll(long bytes) {
        allowed = bytes;
        used = 0;
        key = 0;
        oversized.clear();
    }

    /** The bytes that the poll has used so far. */
    long usedBytes() {
        return used + key;
    }

    /** The part of a polled record that is too large to be kept; {@code null} if the record is whole. */
    @Nullable
    OversizedPart oversized(ConsumerRecord<byte[], byte[]> record) {
        OversizedPart value = oversized.get(record.value());
        return value == null ? oversized.get(record.key()) : value;
    }

    /**
     * The deserializer of the same records' keys: Kafka's consumer asks it before the one of values. It asks neither
     * for what is null, so the headers of a record without key and value are not weighed.
     */
    Deserializer<byte[]> keys() {
        return new Deserializer<>() {
            @Override
            public byte[] deserialize(String topic, byte[] data) {
                return deserialize(topic, new RecordHeaders(), data);
            }

            @Override
            public byte[] deserialize(String topic, Headers headers, byte[] data) {
                return key(headers, data);
            }
        };
    }

    private byte[] key(Headers headers, byte[] data) {
        used += key; // of a record without a value
        key = 0;
        boolean kept = data.length <= largest;
        long size = OVERHEAD + (kept ? data.length : 0) + size(headers);
        check(size);
        key = size;
        return kept ? data : placeholder(new OversizedPart("key", data.length, OversizedValue.UNKNOWN));
    }

    @Override
    public byte[] deserialize(String topic, byte[] data) {
        return deserialize(topic, null, ByteBuffer.wrap(data));
    }

    @Override
    public byte[] deserialize(String topic, @Nullable Headers headers, ByteBuffer data) {
        long beside = size(headers);
        boolean kept = beside + data.remaining() <= largest;
        long size = (key == 0 ? OVERHEAD + beside : key) + (kept ? data.remaining() : 0);
        check(size);
        used += size;
        key = 0;
        if (!kept) {
            String what = beside <= largest ? "value" : "headers";
            return placeholder(new OversizedPart(what, Math.max(beside, data.remaining()), OversizedValue.of(data)));
        }
        byte[] value = new byte[data.remaining()];
        data.duplicate().get(value);
        return value;
    }

    private byte[] placeholder(OversizedPart part) {
        byte[] placeholder = new byte[0];
        oversized.put(placeholder, part);
        return placeholder;
    }

    private void check(long size) {
        if (used > 0 && used + size > allowed) {
            throw new SerializationException("This poll has taken as many bytes as it may");
        }
    }

    /** The bytes that a record holds in memory. */
    static long weight(ConsumerRecord<byte[], byte[]> record) {
        long key = record.key() == null ? 0 : record.key().length;
        long value = record.value() == null ? 0 : record.value().length;
        return OVERHEAD + key + size(record.headers()) + value;
    }

    private static long size(@Nullable Headers headers) {
        long size = 0;
        if (headers != null) {
            for (Header header : headers) {
                size += header.key().length() + (header.value() == null ? 0 : header.value().length);
            }
        }
        return size;
    }
}
