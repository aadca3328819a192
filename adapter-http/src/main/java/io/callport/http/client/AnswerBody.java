package io.callport.http.client;

import feign.Request;
import feign.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The raw bytes of an answer, with the request that was sent for it, signature included; Feign itself only remembers the
 * request as it was before it was signed.
 */
public final class AnswerBody implements Response.Body {
    private final byte[] bytes;
    private final byte[] wire;
    private final Request sent;

    AnswerBody(byte[] bytes, Request sent) {
        this(bytes, bytes, sent);
    }

    private AnswerBody(byte[] bytes, byte[] wire, Request sent) {
        this.bytes = bytes;
        this.wire = wire;
        this.sent = sent;
    }

    /** The same answer, now read as these bytes. */
    AnswerBody unpackedTo(byte[] plain) {
        return new AnswerBody(plain, wire, sent);
    }

    /** The body of a response that came through {@link Transport}. */
    public static AnswerBody of(Response response) {
        return (AnswerBody) response.body();
    }

    /** The bytes of the answer, unpacked if they came packed; not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** The bytes as they came over the wire, not a copy; the same as {@link #bytes()} unless they came packed. */
    public byte[] wire() {
        return wire;
    }

    /** What was sent under that header, signed as it was; empty if it was not sent. */
    public List<String> sentHeader(String name) {
        List<String> values = new ArrayList<>();
        sent.headers().forEach((header, ofHeader) -> {
            if (header.equalsIgnoreCase(name)) {
                values.addAll(ofHeader);
            }
        });
        return values;
    }

    /** The first value of a header of the answer; {@code null} if it has none. */
    public static @Nullable String header(Response answer, String name) {
        Collection<String> values = answer.headers().get(name);
        return values == null || values.isEmpty() ? null : values.iterator().next();
    }

    @Override
    public Integer length() {
        return bytes.length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream asInputStream() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public Reader asReader(Charset charset) {
        return new InputStreamReader(asInputStream(), charset);
    }

    @Override
    public void close() {}
}
