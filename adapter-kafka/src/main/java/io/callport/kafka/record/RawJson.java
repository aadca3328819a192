package io.callport.kafka.record;

import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A JSON value that was written before, as its bytes in UTF-8. A generator copies the bytes. The array is not copied.
 */
public final class RawJson implements SerializableString {
    /** The value that a generator does not write: a place in which another value is inserted later. */
    static final RawJson NOTHING = new RawJson(new byte[0]);

    private static final int COPY_ALL = -1; // makes the generator copy from asUnquotedUTF8

    private final byte[] json;

    public RawJson(byte[] json) {
        this.json = json;
    }

    @Override
    public String getValue() {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Override
    public int charLength() {
        return getValue().length();
    }

    @Override
    public char[] asQuotedChars() {
        throw new UnsupportedOperationException("JSON that was written is not quoted");
    }

    @Override
    public byte[] asUnquotedUTF8() {
        return json;
    }

    @Override
    public byte[] asQuotedUTF8() {
        throw new UnsupportedOperationException("JSON that was written is not quoted");
    }

    @Override
    public int appendQuotedUTF8(byte[] buffer, int offset) {
        return COPY_ALL;
    }

    @Override
    public int appendQuoted(char[] buffer, int offset) {
        return COPY_ALL;
    }

    @Override
    public int appendUnquotedUTF8(byte[] buffer, int offset) {
        return COPY_ALL;
    }

    @Override
    public int appendUnquoted(char[] buffer, int offset) {
        return COPY_ALL;
    }

    @Override
    public int writeQuotedUTF8(OutputStream out) {
        throw new UnsupportedOperationException("JSON that was written is not quoted");
    }

    @Override
    public int writeUnquotedUTF8(OutputStream out) throws IOException {
        out.write(json);
        return json.length;
    }

    @Override
    public int putQuotedUTF8(ByteBuffer buffer) {
        return COPY_ALL;
    }

    @Override
    public int putUnquotedUTF8(ByteBuffer buffer) {
        return COPY_ALL;
    }
}
