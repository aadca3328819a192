package io.callport.http.transport;

import okhttp3.Headers;

/**
 * A request as it is to be sent: signed, with all its headers. Its bytes are shared, not copied; nothing changes them.
 *
 * @param method the HTTP method, as in {@code POST}
 * @param url the whole address
 * @param headers all headers but those of the connection and of the body's length
 * @param body the exact bytes that were signed; empty if the request has no body
 */
@SuppressWarnings("ArrayRecordComponent") // requests are carried, never compared
public record OutgoingRequest(String method, String url, Headers headers, byte[] body) {
    private static final Headers USUAL =
            Headers.of("user-agent", ClientBuilder.USER_AGENT, "accept-encoding", "identity");

    /**
     * The headers that each request has: without them the client would send its own, and unpack what it asked for
     * itself.
     */
    public static Headers.Builder usualHeaders() {
        return USUAL.newBuilder();
    }

    /** The method and nothing else: headers and bytes hold signatures and parameters. */
    @Override
    public String toString() {
        return "OutgoingRequest[method=" + method + "]";
    }
}
