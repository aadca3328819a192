package io.callport.http.pipeline;

import feign.Response;
import io.callport.http.reply.Reply;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Carries a decoded reply through Feign. It has no bytes to read.
 *
 * @param reply the reply
 */
record ReplyBody(Reply reply) implements Response.Body {
    @Override
    public @Nullable Integer length() {
        return null;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public InputStream asInputStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public Reader asReader(Charset charset) {
        return Reader.nullReader();
    }

    @Override
    public void close() {}
}
