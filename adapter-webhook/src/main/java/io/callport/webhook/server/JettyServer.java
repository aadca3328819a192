package io.callport.webhook.server;

import io.callport.execution.DaemonThreads;
import io.callport.webhook.message.WebhookReply;
import io.callport.webhook.receive.Receiver;
import io.callport.webhook.settings.WebhookServerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty, as callbacks need it: few threads that never wait, bounded heads, raw paths, a gentle stop. Thread-safe. */
public final class JettyServer implements AutoCloseable {
    private static final String NAME = "callport-webhooks";

    /** Threads that read, verify, map and answer: work of the processor alone, so hardly more than it has cores. */
    private static final int SELECTORS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private static final int THREADS = SELECTORS + 4;
    private static final int BACKLOG = 1_024;
    private static final int MAX_HEAD = 8 * 1_024;
    private static final int IDLE_MILLIS = 30_000;

    /** The time that a stop leaves to requests in progress: a little more than the longest wait for the sink. */
    private static final int STOP_MILLIS = 6_000;

    /** A renewed certificate is renewed days before the old one ends. */
    private static final int CERTIFICATE_SECONDS = 5;

    private final Server server = new Server(threads());
    private final ServerConnector connector;
    private final UnverifiedBodies bodies;
    private final @Nullable ScheduledExecutorService watch;

    private JettyServer(WebhookServerSettings settings, Receiver receiver) throws IOException {
        ClientConnections connections = new ClientConnections();
        bodies = new UnverifiedBodies(settings.unverifiedBytes());
        TlsCertificate certificate = settings.tls() == null ? null : TlsCertificate.read(settings.tls());
        connector = connector(certificate);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(BACKLOG);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.addBean(connections);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(
                new CallbackHandler(new BodyReading.Shared(receiver, bodies, connections, settings.bodyTimeout()))));
        server.setErrorHandler(JettyServer::refuse);
        server.setStopTimeout(STOP_MILLIS);
        watch = certificate == null ? null : watch(certificate);
    }

    /**
     * Opens a port and starts serving.
     *
     * @throws IllegalArgumentException if the TLS files hold no certificate with its key
     * @throws IOException if the port cannot be opened, or a file cannot be read
     */
    public static JettyServer start(WebhookServerSettings settings, Receiver receiver) throws IOException {
        JettyServer opened = new JettyServer(settings, receiver);
        try {
            opened.connector.open();
            opened.server.start();
            return opened;
        } catch (IOException | RuntimeException | Error e) {
            opened.close();
            throw e;
        } catch (Exception e) {
            opened.close();
            throw new IOException("the server did not start", e);
        }
    }

    /** The port on which the server listens. */
    public int port() {
        return connector.getLocalPort();
    }

    /** The bytes of bodies that are being read. */
    public long unverifiedBytes() {
        return bodies.held();
    }

    /** Takes no more connections and bodies, and stops when the callbacks that wait for the sink are answered. */
    @Override
    public void close() {
        if (watch != null) {
            watch.shutdownNow();
        }
        try {
            connector.close();
            bodies.close();
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server of the webhooks did not stop", e);
        }
    }

    private ServerConnector connector(@Nullable TlsCertificate certificate) {
        HttpConnectionFactory http = new HttpConnectionFactory(http());
        return certificate == null
                ? new ServerConnector(server, 0, SELECTORS, http)
                : new ServerConnector(
                        server,
                        0,
                        SELECTORS,
                        new SslConnectionFactory(certificate.factory(), http.getProtocol()),
                        http);
    }

    private static ScheduledExecutorService watch(TlsCertificate certificate) {
        ScheduledExecutorService watch =
                Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(NAME + "-certificate"));
        Future<?> unused = watch.scheduleWithFixedDelay(
                certificate::refresh, CERTIFICATE_SECONDS, CERTIFICATE_SECONDS, TimeUnit.SECONDS);
        return watch;
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName(NAME);
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        return threads;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEAD);
        // A path is compared as it came, so that Jetty need not judge or decode what may hold a secret.
        http.setUriCompliance(UriCompliance.UNSAFE);
        // Jetty would add a customizer of its own, which refuses a Host header that is not in the certificate; a proof
        // of authenticity is all that is asked for here.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return http;
    }

    /** Answers what is no HTTP request, without a word of it: Jetty's own page would show the path. */
    private static boolean refuse(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String body = "{\"code\":" + status + ",\"retCode\":" + status + ",\"msg\":\"HTTP " + status + "\"}";
        WebhookReply reply = new WebhookReply(
                status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        ReplySender.sendLast(reply, response, callback);
        return true;
    }
}
