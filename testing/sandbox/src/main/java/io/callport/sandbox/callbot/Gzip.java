package io.callport.sandbox.callbot;

import io.callport.sandbox.vendor.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Compresses replies with gzip. */
final class Gzip {
    private Gzip() {}

    /** The reply with its body compressed and the header {@code Content-Encoding}. */
    static Reply packed(Reply reply) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reply(reply.status(), reply.headers(), bytes.toByteArray()).with(Map.of("Content-Encoding", "gzip"));
    }
}
