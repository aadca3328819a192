package io.callport.webhook;

import io.callport.webhook.server.JettyServer;
import io.callport.webhook.settings.WebhookServerSettings;
import java.io.IOException;

/**
 * A server that vendors push to: HTTP/1.1, with or without TLS. Clients that are slow, and requests that are not
 * authentic, have bounds of their own, and keep no authentic callback out. Thread-safe.
 */
public final class WebhookServer implements AutoCloseable {
    private final JettyServer server;

    private WebhookServer(JettyServer server) {
        this.server = server;
    }

    /**
     * Opens a port and starts serving.
     *
     * @throws IllegalArgumentException if the TLS files hold no certificate with its key; the message names the file
     * @throws IOException if the port cannot be opened, or a file cannot be read
     */
    public static WebhookServer start(WebhookServerSettings settings, Webhooks webhooks) throws IOException {
        return new WebhookServer(JettyServer.start(settings, webhooks.receiver()));
    }

    /** The port on which the server listens. */
    public int port() {
        return server.port();
    }

    /** The bytes of bodies that are being read, and are not verified yet. */
    public long unverifiedBytes() {
        return server.unverifiedBytes();
    }

    /** Takes no more requests, waits up to 6 seconds until those in progress are answered, and stops. */
    @Override
    public void close() {
        server.close();
    }
}
