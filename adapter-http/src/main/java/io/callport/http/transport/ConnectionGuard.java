package io.callport.http.transport;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The last step before a request's bytes are written, and the first that sees the response. It refuses a stale
 * connection while nothing was sent, and hides the status from the client, which would send the request again for some
 * of them ({@code Retry-After: 0}), or fail: {@link RequestProgress#received} has the status. Thread-safe.
 *
 * @param idle looks at kept connections
 * @param closed whether the transport is closed
 */
record ConnectionGuard(IdleConnections idle, BooleanSupplier closed) implements Interceptor {
    /** A status for which the client does nothing. */
    private static final int PLAIN = 200;

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (closed.getAsBoolean()) {
            throw new IOException("The transport is closed");
        }
        Connection connection = chain.connection();
        if (connection == null) {
            throw new IllegalStateException("not a network interceptor");
        }
        if (idle.isStale(connection)) {
            throw new StaleConnectionException();
        }
        long readBefore = idle.bytesRead(connection);
        Response response = chain.proceed(chain.request());
        if (idle.bytesRead(connection) == readBefore) {
            chain.call().cancel();
            response.close();
            throw new UnaskedAnswerException();
        }
        return response.newBuilder().code(PLAIN).build();
    }

    /**
     * Reports an answer that was there before its request was sent, which may come in one record of TLS with the answer
     * before it. The request's own answer is not known.
     */
    static final class UnaskedAnswerException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Reports a connection that is not used, so that another can be: nothing was sent. */
    static final class StaleConnectionException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
