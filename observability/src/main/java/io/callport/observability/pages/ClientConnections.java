package io.callport.observability.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/**
 * The open connections. There is always room for one more: where the most are open, the one whose client has kept the
 * server waiting longest is closed, be it half a request, silence, or a response that is not read. Thread-safe.
 */
final class ClientConnections implements Connection.Listener {
    /**
     * The most connections: far more than monitors and people need, and few enough for a process that may open 1,024
     * files.
     */
    private static final int MAX = 256;

    /** Responses that are sent and not yet read hold their pages, and pages of many accounts have megabytes. */
    private static final int MAX_UNREAD = 16;

    /** The longest wait for a client: a scraper waits no longer than 10 seconds, and comes again within 15 or 30. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private final Map<EndPoint, Client> clients = new HashMap<>();

    private enum State {
        /** The server waits for a whole request. */
        READING,
        /** The server makes a page, and waits for no client. */
        SERVING,
        /** The server waits until the client has taken the response. */
        WRITING
    }

    private static final class Client {
        private final EndPoint endPoint;
        private State state = State.READING;
        private long since;

        Client(EndPoint endPoint, long since) {
            this.endPoint = endPoint;
            this.since = since;
        }
    }

    /** @param nanoTime the clock, as {@link System#nanoTime()} */
    ClientConnections(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public void onOpened(Connection connection) {
        Client excess;
        synchronized (this) {
            EndPoint endPoint = connection.getEndPoint();
            clients.put(endPoint, new Client(endPoint, nanoTime.getAsLong()));
            excess = clients.size() > MAX ? removeOldest(client -> client.endPoint != endPoint) : null;
        }
        close(excess);
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        clients.remove(connection.getEndPoint());
    }

    /** A whole request has come. */
    void serving(EndPoint endPoint) {
        change(endPoint, State.SERVING);
    }

    /** The response to a request is about to be sent. */
    void writing(EndPoint endPoint) {
        Client excess;
        synchronized (this) {
            change(endPoint, State.WRITING);
            long unread = clients.values().stream()
                    .filter(client -> client.state == State.WRITING)
                    .count();
            excess = unread > MAX_UNREAD ? removeOldest(client -> client.state == State.WRITING) : null;
        }
        close(excess);
    }

    /** The client has the whole response, and may send its next request. */
    void reading(EndPoint endPoint) {
        change(endPoint, State.READING);
    }

    /** Closes the connections whose clients have kept the server waiting too long. */
    void closeOverdue() {
        List<Client> overdue = new ArrayList<>();
        synchronized (this) {
            long now = nanoTime.getAsLong();
            clients.values().stream()
                    .filter(client -> client.state != State.SERVING && now - client.since > TIMEOUT.toNanos())
                    .forEach(overdue::add);
            overdue.forEach(client -> clients.remove(client.endPoint));
        }
        overdue.forEach(ClientConnections::close);
    }

    private synchronized void change(EndPoint endPoint, State state) {
        Client client = clients.get(endPoint);
        if (client != null) { // otherwise the connection was closed meanwhile
            client.state = state;
            client.since = nanoTime.getAsLong();
        }
    }

    /**
     * Removes the client that has kept the server waiting longest; one that the server keeps waiting only if there is
     * no other.
     */
    private @Nullable Client removeOldest(Predicate<Client> eligible) {
        Stream<Client> chosen = clients.values().stream().filter(eligible);
        Client oldest = chosen.min(Comparator.<Client, Boolean>comparing(client -> client.state == State.SERVING)
                        .thenComparing(client -> client.since, (a, b) -> Long.signum(a - b)))
                .orElse(null);
        if (oldest != null) {
            clients.remove(oldest.endPoint);
        }
        return oldest;
    }

    private static void close(@Nullable Client client) {
        if (client != null) {
            client.endPoint.close();
        }
    }
}
