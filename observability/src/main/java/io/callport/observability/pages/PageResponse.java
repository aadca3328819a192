package io.callport.observability.pages;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/** Sends a page as the response to a request, without waiting for the client. */
final class PageResponse extends IteratingCallback {
    /**
     * The bytes that are sent at a time: Java copies what a socket is given at once to memory outside the heap, and
     * keeps that.
     */
    private static final int PART = 64 * 1024;

    private final Response response;
    private final ByteBuffer left;
    private final Callback callback;
    private boolean last;

    private PageResponse(Response response, ByteBuffer left, Callback callback) {
        this.response = response;
        this.left = left;
        this.callback = callback;
    }

    /** @param callback is completed when the client has the page, or will not have it */
    static void send(EncodedPage page, Request request, Response response, Callback callback) {
        ByteBuffer body = page.body().duplicate();
        response.setStatus(page.status());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, page.contentType());
        headers.put(HttpHeader.CONTENT_LENGTH, body.remaining());
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        new PageResponse(response, head ? ByteBuffer.allocate(0) : body, callback).iterate();
    }

    @Override
    protected Action process() {
        if (last) {
            return Action.SUCCEEDED;
        }
        int size = Math.min(PART, left.remaining());
        ByteBuffer part = left.slice(left.position(), size);
        left.position(left.position() + size);
        last = !left.hasRemaining();
        response.write(last, part, this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        callback.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        callback.failed(cause);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
