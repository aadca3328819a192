package io.callport.webhook.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server that vendors push to.
 *
 * @param host the address to listen on
 * @param port the port; 0 for any that is free
 * @param tls the certificate and its key; {@code null} for plain HTTP
 * @param unverifiedBytes the most bytes of bodies that are held before their callbacks are verified: at least 1
 * @param bodyTimeout the time within which a whole body must come, from its headers on: more than 0
 */
public record WebhookServerSettings(
        String host, int port, @Nullable TlsFiles tls, long unverifiedBytes, Duration bodyTimeout) {
    /** The address that is usual: for this machine alone, as behind a reverse proxy. */
    public static final String HOST = "127.0.0.1";

    /** The port that is usual. */
    public static final int PORT = 8085;

    /** The usual most bytes before verification: 64 bodies of the usual largest size. */
    public static final long UNVERIFIED_BYTES = 16L << 20;

    /** The usual time for a body: a vendor that needs longer for a few KiB has lost its connection. */
    public static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);

    /** @throws IllegalArgumentException if a part is out of its bounds; the message names it */
    public WebhookServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: must be from 0 to 65535, but is " + port);
        }
        if (unverifiedBytes < 1) {
            throw new IllegalArgumentException("unverified: must be at least 1, but is " + unverifiedBytes);
        }
        if (bodyTimeout.isNegative() || bodyTimeout.isZero()) {
            throw new IllegalArgumentException("body timeout: must be more than 0, but is " + bodyTimeout);
        }
    }

    /** The usual settings, at an address. */
    public static WebhookServerSettings at(String host, int port) {
        return new WebhookServerSettings(host, port, null, UNVERIFIED_BYTES, BODY_TIMEOUT);
    }
}
