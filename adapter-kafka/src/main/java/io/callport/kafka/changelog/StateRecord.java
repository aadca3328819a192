package io.callport.kafka.changelog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A record of the state topic, as bytes. The value is the version (one byte), the content, and the CRC-32C of key,
 * version and content (four bytes), so that a value is bound to its key.
 *
 * @param key the key in ASCII; not to be changed
 * @param value the value; {@code null} for a tombstone, which removes what the key had; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes are the point; equality below is that of their content
public record StateRecord(byte[] key, byte @Nullable [] value) {
    /** The version of all values that this release writes and reads. */
    static final int VERSION = 1;

    /** Makes the record of a key and a content. */
    static StateRecord of(String key, ByteSink content) {
        byte[] keyBytes = bytes(key);
        byte[] checked =
                new ByteSink().put(VERSION).putBytes(content.toByteArray()).toByteArray();
        return new StateRecord(
                keyBytes,
                new ByteSink()
                        .putBytes(checked)
                        .putInt(checksum(keyBytes, checked, checked.length))
                        .toByteArray());
    }

    /** Makes the record that removes what a key had. */
    static StateRecord tombstone(String key) {
        return new StateRecord(bytes(key), null);
    }

    /** Returns the content of a value whose version this release knows and whose checksum is right. */
    static ByteSource content(byte[] key, byte[] value) throws UnreadableRecordException {
        int version = new ByteSource(value, 0, value.length).get();
        if (version > VERSION) {
            throw UnreadableRecordException.newer(version);
        }
        int end = value.length - Integer.BYTES;
        if (end < 1) {
            throw UnreadableRecordException.damaged("it ends too early");
        }
        byte[] written = Arrays.copyOfRange(value, end, value.length);
        if (version != VERSION
                || !Arrays.equals(
                        written,
                        new ByteSink().putInt(checksum(key, value, end)).toByteArray())) {
            throw UnreadableRecordException.damaged("its checksum is not right");
        }
        return new ByteSource(value, 1, end);
    }

    /** The number of bytes of the key and the value. */
    public int size() {
        return key.length + (value == null ? 0 : value.length);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }

    private static int checksum(byte[] key, byte[] value, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(key);
        checksum.update(value, 0, length);
        return (int) checksum.getValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateRecord that && Arrays.equals(key, that.key) && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(key) + Arrays.hashCode(value);
    }

    /** The key and the number of the value's bytes. */
    @Override
    public String toString() {
        return new String(key, StandardCharsets.US_ASCII)
                + (value == null ? " (tombstone)" : " (" + value.length + " bytes)");
    }
}
