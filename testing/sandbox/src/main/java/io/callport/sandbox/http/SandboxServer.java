package io.callport.sandbox.http;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server: Jetty on 127.0.0.1, with daemon threads, so that a program that does not close the server still
 * ends.
 */
public final class SandboxServer implements AutoCloseable {
    private static final int THREADS = 32;

    private final Server server;
    private final ServerConnector connector;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SandboxServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts the HTTP server.
     *
     * @param port the port; 0 for any free port
     * @throws IllegalStateException if the server does not start, as when the port is taken
     */
    public static SandboxServer start(int port, ArrivalClocks arrivals, RequestHandler handler) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setDaemon(true);
        threads.setName("sandbox");
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        // No idle timeout: a request that a fault holds up must not be ended, or answered, by the server instead.
        connector.setIdleTimeout(0);
        server.addConnector(connector);
        server.setHandler(new SandboxHandler(arrivals, handler));
        SandboxServer started = new SandboxServer(server, connector);
        started.start(port);
        return started;
    }

    private void start(int port) {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException(
                    "the vendor sandbox did not start on port " + port + " of 127.0.0.1: " + e.getMessage(), e);
        }
    }

    /** The port on which the server listens. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Stops the server, and ends every connection. Closing twice does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.stop();
            } catch (Exception e) {
                throw new IllegalStateException("the vendor sandbox did not stop", e);
            }
        }
    }

    /** Disables Jetty's {@code Date} header, since the sandbox's header has to follow the settings' clock. */
    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendDateHeader(false);
        http.setSendServerVersion(false);
        return http;
    }
}
