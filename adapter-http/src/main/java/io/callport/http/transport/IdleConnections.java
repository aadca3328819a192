package io.callport.http.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import okhttp3.Connection;

/**
 * Looks at a kept connection before a request uses it. A vendor that closed it meanwhile would fail the request after
 * it was sent, and what a vendor wrote on it without being asked, such as a 408, would be taken for the request's
 * answer. Thread-safe.
 */
final class IdleConnections {
    /** A younger connection is not looked at for its end: that costs 1.5 ms, and vendors keep connections longer. */
    private static final long LOOKED_AT_AFTER_NANOS = 200_000_000;

    private static final int MIN_WAIT_MILLIS = 1;

    private final TlsSockets tls;
    private final Map<Connection, Long> releasedAt = Collections.synchronizedMap(new WeakHashMap<>());

    IdleConnections(TlsSockets tls) {
        this.tls = tls;
    }

    /** Notes that a request is done with its connection. */
    void released(Connection connection) {
        releasedAt.put(connection, System.nanoTime());
    }

    /**
     * Whether a connection that was used before holds bytes that nobody asked for, or was idle for a while and is
     * closed. It must not be used then.
     */
    boolean isStale(Connection connection) {
        Long released = releasedAt.get(connection);
        if (released == null) {
            return false;
        }
        boolean old = System.nanoTime() - released >= LOOKED_AT_AFTER_NANOS;
        return (old || hasMore(connection)) && !isSilent(connection);
    }

    private boolean hasMore(Connection connection) {
        ChannelSocket socket = tls.below(connection.socket());
        try {
            return socket != null && socket.input().hasMore();
        } catch (IOException e) {
            return true;
        }
    }

    /** The number of bytes that were read from a connection so far, below TLS if it has TLS. */
    long bytesRead(Connection connection) {
        ChannelSocket socket = tls.below(connection.socket());
        return socket == null ? 0 : socket.input().handedOut();
    }

    /** Whether there is nothing to read. A TLS socket reads what belongs to TLS alone and goes on waiting. */
    private static boolean isSilent(Connection connection) {
        Socket socket = connection.socket();
        try {
            int before = socket.getSoTimeout();
            socket.setSoTimeout(MIN_WAIT_MILLIS);
            try {
                int unused = socket.getInputStream().read();
                return false;
            } catch (SocketTimeoutException e) {
                return true;
            } finally {
                socket.setSoTimeout(before);
            }
        } catch (IOException e) {
            return false;
        }
    }
}
