package io.callport.kafka.record;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A header of a record.
 *
 * @param name the name; a record may have several of one name, of which the last counts
 * @param value the bytes; Kafka allows {@code null}
 */
@SuppressWarnings("ArrayRecordComponent") // headers are carried, never compared
public record RecordHeader(String name, byte @Nullable [] value) {
    public static RecordHeader of(String name, String value) {
        return new RecordHeader(name, bytes(value));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes read as UTF-8; bytes that are not UTF-8 become replacement characters. */
    public static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
