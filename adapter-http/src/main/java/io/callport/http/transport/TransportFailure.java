package io.callport.http.transport;

import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.net.ProtocolException;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JDK client's exceptions: was the request sent, and was what came back HTTP at all? Their messages quote what the
 * vendor sent, so none is passed on.
 */
final class TransportFailure {
    private TransportFailure() {}

    /**
     * The failure for the lack of a complete response.
     *
     * @param mayHaveLeft whether a byte of the request may have been sent
     * @param started whether the headers of a response came
     * @param proxied whether the connection goes to a proxy first
     */
    static QueryFailure of(Exception failed, boolean mayHaveLeft, boolean started, boolean proxied) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        if (!mayHaveLeft || ConnectFailure.withinHandshake(cause)) {
            return notSent(ConnectFailure.detail(cause, proxied));
        }
        if (cause instanceof BoundedBody.NoMemoryException) {
            return ResponseMemory.tooLarge();
        }
        if (cause instanceof BoundedBody.TooLargeException tooLarge) {
            return malformed(String.valueOf(tooLarge.getMessage()));
        }
        if (started) {
            return has(cause, SocketException.class)
                    ? unavailable("The connection was lost within the answer")
                    : malformed("The answer ended before it was complete, or is not framed as HTTP asks");
        }
        return notHttp(cause)
                ? malformed("What came back is not HTTP")
                : unavailable(
                        has(cause, SSLException.class)
                                ? "TLS ended before an answer came; the vendor may want a client certificate"
                                : "The connection ended before an answer came");
    }

    /**
     * Whether bytes came, but no status line and headers: the client says so by type, or, where they just ended, by
     * its message.
     */
    private static boolean notHttp(Throwable cause) {
        String message = cause.getMessage();
        boolean parsing = message != null && message.startsWith("parsing HTTP/1.1");
        return parsing || has(cause, ProtocolException.class) || has(cause, IllegalArgumentException.class);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    /** The failure of a request of which no byte was sent. */
    static QueryFailure notSent(String detail) {
        return QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, detail);
    }

    /** The failure of a request that may have been sent. */
    static QueryFailure unavailable(String detail) {
        return new QueryFailure(Reason.VENDOR_UNAVAILABLE, detail, Sent.MAYBE, null, null);
    }

    private static QueryFailure malformed(String detail) {
        return new QueryFailure(Reason.MALFORMED_ANSWER, detail, Sent.MAYBE, null, null);
    }
}
