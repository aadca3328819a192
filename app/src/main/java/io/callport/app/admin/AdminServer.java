package io.callport.app.admin;

import com.sun.net.httpserver.HttpServer;
import io.callport.config.AdminConfig;
import io.callport.kafka.state.Health;
import io.callport.kafka.state.LoopSnapshot;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Serves the health, the accounts and the metrics of the service over HTTP; {@code /} lists the paths. Thread-safe. */
public final class AdminServer implements AutoCloseable {
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final AdminThreads threads;

    private AdminServer(HttpServer server, AdminThreads threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Opens the admin port and starts serving.
     *
     * @param health the health of the service, read on each request
     * @param vendors the last answers of the vendors, read on each request
     * @param state the snapshot of the loop, read on each request
     * @param metrics the metrics in Prometheus's text format, read on each request
     * @throws IllegalStateException if the port cannot be opened; the message names the key to change
     */
    public static AdminServer start(
            AdminConfig config,
            Supplier<Health> health,
            Supplier<List<VendorPing>> vendors,
            Supplier<LoopSnapshot> state,
            Supplier<String> metrics) {
        HttpServer server = bound(config);
        AdminThreads threads = new AdminThreads();
        server.setExecutor(threads);
        server.createContext(
                "/",
                Pages.of(Map.of(
                        "/accounts", wanted -> AccountsPage.of(state.get(), wanted),
                        "/health/live", wanted -> HealthPage.live(health.get()),
                        "/health/ready", wanted -> HealthPage.ready(health.get(), vendors.get()),
                        "/metrics", wanted -> new Page(200, METRICS, metrics.get()))));
        server.start();
        return new AdminServer(server, threads);
    }

    /** The port on which the server listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops the server at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static HttpServer bound(AdminConfig config) {
        try {
            return HttpServer.create(new InetSocketAddress(config.host(), config.port()), 0);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(why(config, e), e);
        }
    }

    private static String why(AdminConfig config, Exception e) {
        return e instanceof BindException && String.valueOf(e.getMessage()).contains("in use")
                ? "admin.port: " + config.port() + " is taken on " + config.host() + "; choose another, or 0 for none"
                : "admin.host: cannot listen on " + config.host() + ":" + config.port() + " ("
                        + e.getClass().getSimpleName() + "); choose another, or admin.port 0 for none";
    }
}
