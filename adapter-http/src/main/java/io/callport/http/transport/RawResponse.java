package io.callport.http.transport;

import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorReply;
import java.util.List;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's response as it came: status, headers, bytes, and the headers that were sent for it, with the signature.
 * Its arrays are shared, not copied; nothing changes them.
 *
 * @param sentHeaders the headers of the request
 * @param status the HTTP status
 * @param headers the response's headers
 * @param body the bytes of the response, unpacked if they came packed
 * @param wire the bytes as they came over the wire; the same as {@code body} unless they came packed
 */
@SuppressWarnings("ArrayRecordComponent") // responses are carried, never compared
public record RawResponse(Headers sentHeaders, int status, Headers headers, byte[] body, byte[] wire) {
    /** A copy of the response with these bytes as its body. */
    public RawResponse unpackedTo(byte[] plain) {
        return new RawResponse(sentHeaders, status, headers, plain, wire);
    }

    /** Whether the HTTP status is one of success. */
    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** Whether the vendor has the request: behind a gateway's 5xx it may still be on its way. */
    public Sent sent() {
        return status >= 500 ? Sent.MAYBE : Sent.YES;
    }

    /** The first value of a header of the response; {@code null} if it has none. */
    public @Nullable String header(String name) {
        List<String> values = headers.values(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** All values of a header of the response, in the order of their lines; empty if it has none. */
    public List<String> headers(String name) {
        return headers.values(name);
    }

    /** The values that were sent under a header's name; empty if the header was not sent. */
    public List<String> sentHeader(String name) {
        return sentHeaders.values(name);
    }

    /** The failure of a response that cannot be read or trusted. */
    public QueryFailedException malformed(String detail) {
        VendorReply vendorReply = new VendorReply(status, null, null, null);
        return new QueryFailedException(new QueryFailure(Reason.MALFORMED_ANSWER, detail, sent(), null, vendorReply));
    }

    /** The status without headers and bytes, which hold signatures and what the vendor sent. */
    @Override
    public String toString() {
        return "RawResponse[status=" + status + "]";
    }
}
