package io.callport.http.transport;

import io.callport.http.transport.ClientBuilder.RefusedByProxyException;
import io.callport.http.transport.ConnectionGuard.UnaskedAnswerException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.io.EOFException;
import java.net.ProtocolException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Names why a request has no response. Whether it was sent is what the client reported, not what its exceptions say;
 * their messages quote what the vendor sent, so none is passed on.
 */
final class TransportFailure {
    /** The client's words for an end within a line; where nothing came at all, the number is 0. */
    private static final Pattern ENDED_WITHIN = Pattern.compile("not found: limit=[1-9]");

    private TransportFailure() {}

    /** The failure for the lack of a complete response, by what is known of the request. */
    static QueryFailure of(Exception failed, RequestProgress progress) {
        if (failed instanceof RefusedByProxyException refused) {
            return notSent(ConnectFailure.refusedByProxy(Integer.toString(refused.status())));
        }
        if (!progress.begun()) {
            return notSent(ConnectFailure.detail(failed, progress));
        }
        if (failed instanceof BodyReader.NoMemoryException) {
            return ResponseMemory.tooLarge();
        }
        if (failed instanceof BodyReader.TooLargeException tooLarge) {
            return malformed(String.valueOf(tooLarge.getMessage()));
        }
        if (failed instanceof UnaskedAnswerException) {
            return unavailable("What came was written before the request was sent, and is no answer to it");
        }
        if (progress.received() != null) {
            return has(failed, ProtocolException.class) || has(failed, EOFException.class)
                    ? malformed("The answer ended before it was complete, or is not framed as HTTP asks")
                    : unavailable("The connection was lost within the answer");
        }
        return notHttp(failed)
                ? malformed("What came back is not HTTP")
                : unavailable(
                        has(failed, SSLException.class)
                                ? "TLS ended before an answer came; the vendor may want a client certificate"
                                : "The connection ended before an answer came");
    }

    /**
     * Whether bytes came, but no status line and headers: the client says so by type, or, where they just ended, by its
     * message.
     */
    private static boolean notHttp(Throwable failed) {
        if (has(failed, ProtocolException.class) || failed instanceof RuntimeException) {
            return true;
        }
        for (@Nullable Throwable t = failed; t != null; t = t.getCause()) {
            if (t instanceof EOFException
                    && t.getMessage() != null
                    && ENDED_WITHIN.matcher(t.getMessage()).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    /** The failure of a request that was given up. */
    static QueryFailure unanswered(boolean begun, String detail) {
        return begun ? unavailable(detail) : notSent(detail);
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
