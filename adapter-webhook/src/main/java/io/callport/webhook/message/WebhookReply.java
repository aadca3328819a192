package io.callport.webhook.message;

import java.util.Map;

/**
 * The answer to a vendor. Immutable; the body is not copied.
 *
 * @param status the HTTP status: 200 only where the event is safe
 * @param headers the headers beside those about the body's length
 * @param body the body's bytes, JSON
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are written and never compared
public record WebhookReply(int status, Map<String, String> headers, byte[] body) {
    /** Copies the map of headers. */
    public WebhookReply {
        headers = Map.copyOf(headers);
    }
}
