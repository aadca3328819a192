package io.callport.kafka.loop;

import io.callport.kafka.record.LargeValue;
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
 * The keys and values of polled records, so many bytes in one poll: Kafka's consumer bounds the number of records only. Once a poll has
 * taken as much as it may, the next record cannot be deserialized. Then the consumer returns the records that it has, and tries that record
 * again in its next poll. The first record of a poll is always taken. A key, or a value with its headers, that is too large to be kept is
 * only described. One thread owns an allowance.
 */
final class PollAllowance implements Deserializer<byte[]> {
    private static final int OVERHEAD = 500; // of a record's objects

    private final long largest;
    private final IdentityHashMap<byte[], LargePart> large = new IdentityHashMap<>();
    private long allowed = Long.MAX_VALUE;
    private long taken;
    private long key; // the bytes of a record whose value is not deserialized yet; it may have none

    /** @param largest the most bytes of a key, and of a value with its headers, that are kept */
    PollAllowance(long largest) {
        this.largest = largest;
    }

    /**
     * The description of a record of which a part is too large to be kept.
     *
     * @param what the name of that part
     * @param length the number of its bytes
     * @param value the description of the value, if the value is that part
     */
    record LargePart(String what, long length, LargeValue value) {}

    /** Begins a poll that may take so many bytes, or one record. */
    void begin(long bytes) {
        allowed = bytes;
        taken = 0;
        key = 0;
        large.clear();
    }

    /** The bytes that the poll has taken. */
    long taken() {
        return taken + key;
    }

    /** The part of a polled record that is too large to be kept; {@code null} if the record is whole. */
    @Nullable
    LargePart large(ConsumerRecord<byte[], byte[]> record) {
        LargePart value = large.get(record.value());
        return value == null ? large.get(record.key()) : value;
    }

    /**
     * The deserializer of the same records' keys: Kafka's consumer asks it before the one of values. It asks neither for what is null, so
     * the headers of a record without key and value are not weighed.
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
        taken += key; // of a record without a value
        key = 0;
        boolean kept = data.length <= largest;
        long size = OVERHEAD + (kept ? data.length : 0) + size(headers);
        check(size);
        key = size;
        return kept ? data : placeholder(new LargePart("key", data.length, LargeValue.UNKNOWN));
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
        taken += size;
        key = 0;
        if (!kept) {
            String what = beside <= largest ? "value" : "headers";
            return placeholder(new LargePart(what, Math.max(beside, data.remaining()), LargeValue.of(data)));
        }
        byte[] value = new byte[data.remaining()];
        data.duplicate().get(value);
        return value;
    }

    private byte[] placeholder(LargePart part) {
        byte[] placeholder = new byte[0];
        large.put(placeholder, part);
        return placeholder;
    }

    private void check(long size) {
        if (taken > 0 && taken + size > allowed) {
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
