package io.callport.webhook.server;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/**
 * The open connections. There is always room for one more: where the most are open, the one whose client has kept the
 * server waiting longest is closed, be it half a request or silence. Thread-safe.
 */
final class ClientConnections implements Connection.Listener {
    /**
     * The most connections, few enough for a process that may open 1,024 files and has Kafka and vendors to talk to.
     */
    static final int MAX = 512;

    /** The connections that the server waits for, the one that it waits for longest first. */
    private final Set<EndPoint> waiting = new LinkedHashSet<>();

    private final Set<EndPoint> serving = new LinkedHashSet<>();

    @Override
    public void onOpened(Connection connection) {
        EndPoint excess;
        synchronized (this) {
            waiting.add(connection.getEndPoint());
            excess = waiting.size() + serving.size() > MAX ? removeOldest() : null;
        }
        if (excess != null) {
            excess.close();
        }
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        waiting.remove(connection.getEndPoint());
        serving.remove(connection.getEndPoint());
    }

    /** A whole request has come. */
    synchronized void serving(EndPoint client) {
        if (waiting.remove(client)) {
            serving.add(client);
        }
    }

    /** A request is answered, and the next one may come. */
    synchronized void waiting(EndPoint client) {
        if (serving.remove(client)) {
            waiting.add(client);
        }
    }

    synchronized int open() {
        return waiting.size() + serving.size();
    }

    private @Nullable EndPoint removeOldest() {
        Iterator<EndPoint> oldest = waiting.iterator();
        EndPoint first = oldest.hasNext() ? oldest.next() : null;
        if (first != null) {
            oldest.remove();
        }
        return first;
    }
}
