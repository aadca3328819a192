package io.callport.sandbox.vendor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A reply over HTTP.
 *
 * @param status the HTTP status
 * @param headers the headers, without Content-Length and Date
 * @param body the exact bytes
 */
@SuppressWarnings("ArrayRecordComponent") // these records are never compared
public record Reply(int status, Map<String, String> headers, byte[] body) {

    /** Makes a reply with a content type, without other headers. */
    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), body);
    }

    /** Makes a reply with JSON, without other headers. */
    public static Reply json(int status, byte[] body) {
        return of(status, "application/json; charset=utf-8", body);
    }

    /** A copy with more headers. */
    public Reply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, body);
    }
}
