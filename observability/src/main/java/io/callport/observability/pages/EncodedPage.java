package io.callport.observability.pages;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A page with the bytes of its text, which are made once for all clients that get the page.
 *
 * @param status the HTTP status
 * @param contentType the value of the header {@code Content-Type}
 * @param body the text in UTF-8; read-only, and its position never changes
 */
record EncodedPage(int status, String contentType, ByteBuffer body) {
    static EncodedPage of(Page page) {
        ByteBuffer body = ByteBuffer.wrap(page.text().getBytes(StandardCharsets.UTF_8));
        return new EncodedPage(page.status(), page.contentType(), body.asReadOnlyBuffer());
    }
}
