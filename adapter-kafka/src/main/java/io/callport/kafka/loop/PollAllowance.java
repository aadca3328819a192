package io.callport.kafka.loop;

import io.callport.kafka.record.LargeValue;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The values of polled records, so many bytes in one poll: Kafka's consumer bounds the number of records only. Once a poll has taken as
 * much as it may, the next value cannot be deserialized. Then the consumer returns the records that it has, and tries that record again in
 * its next poll. The first record of a poll is always taken. A value that is too large to be kept is only described. One thread owns an
 * allowance.
 */
final class PollAllowance implements Deserializer<byte[]> {
    private static final int OVERHEAD = 500; // of a record's objects

    private final long largest;
    private final IdentityHashMap<byte[], LargeValue> large = new IdentityHashMap<>();
    private long allowed = Long.MAX_VALUE;
    private long taken;

    /** @param largest the most bytes of a value that is kept */
    PollAllowance(long largest) {
        this.largest = largest;
    }

    /** Begins a poll that may take so many bytes, or one record. */
    void begin(long bytes) {
        allowed = bytes;
        taken = 0;
        large.clear();
    }

    /** The bytes that the poll has taken. */
    long taken() {
        return taken;
    }

    /** The description that a polled value stands for; {@code null} if it is the value itself. */
    @Nullable
    LargeValue large(byte @Nullable [] value) {
        return value == null ? null : large.get(value);
    }

    @Override
    public byte[] deserialize(String topic, byte[] data) {
        return deserialize(topic, null, ByteBuffer.wrap(data));
    }

    @Override
    public byte[] deserialize(String topic, @Nullable Headers headers, ByteBuffer data) {
        boolean kept = data.remaining() <= largest;
        long size = OVERHEAD + size(headers) + (kept ? data.remaining() : 0);
        if (taken > 0 && taken + size > allowed) {
            throw new SerializationException("This poll has taken as many bytes as it may");
        }
        taken += size;
        if (!kept) {
            byte[] placeholder = new byte[0];
            large.put(placeholder, LargeValue.of(data));
            return placeholder;
        }
        byte[] value = new byte[data.remaining()];
        data.duplicate().get(value);
        return value;
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
