package io.callport.kafka.message;

import java.nio.charset.StandardCharsets;

/**
 * A header of a record.
 *
 * @param name its name; a record may have several of one name, of which the last counts
 * @param value its bytes; empty where Kafka has none
 */
@SuppressWarnings("ArrayRecordComponent") // headers are carried, never compared
public record RecordHeader(String name, byte[] value) {
    static RecordHeader of(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes read as UTF-8; what is not UTF-8 becomes replacement characters. */
    static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
