package io.callport.app.admin;

import io.callport.config.AdminConfig;
import io.callport.kafka.state.Health;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.observability.pages.Page;
import io.callport.observability.pages.PageServer;
import io.callport.observability.pages.PageServer.Pages;
import io.callport.query.ExceptionKind;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Serves the health, the accounts and the metrics of the service over HTTP; {@code /} lists the paths. Thread-safe. */
public final class AdminServer implements AutoCloseable {
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final PageServer server;

    private AdminServer(PageServer server) {
        this.server = server;
    }

    /**
     * Opens the admin port and starts serving.
     *
     * @param health the health of the service, read at each request
     * @param vendors the last answers of the vendors, read at each request
     * @param snapshot the snapshot of the loop, read at most once a second
     * @param metrics the metrics in Prometheus's text format, read at most once a second
     * @throws IllegalStateException if the port cannot be opened; the message names the key to change
     */
    public static AdminServer start(
            AdminConfig config,
            Supplier<Health> health,
            Supplier<List<VendorPing>> vendors,
            Supplier<LoopSnapshot> snapshot,
            Supplier<String> metrics) {
        Pages pages = new Pages(
                Map.of(
                        "/health/live", () -> HealthPage.live(health.get()),
                        "/health/ready", () -> HealthPage.ready(health.get(), vendors.get())),
                Map.of("/metrics", () -> new Page(200, METRICS, metrics.get())),
                Map.of("/accounts", wanted -> AccountsPage.of(snapshot.get(), wanted)));
        try {
            return new AdminServer(PageServer.start(config.host(), config.port(), config.names(), pages));
        } catch (IOException e) {
            throw new IllegalStateException(why(config, e), e);
        }
    }

    /** The port on which the server listens. */
    public int port() {
        return server.port();
    }

    /** Stops the server at once. */
    @Override
    public void close() {
        server.close();
    }

    private static String why(AdminConfig config, IOException e) {
        boolean taken = e.getCause() instanceof BindException bind
                && String.valueOf(bind.getMessage()).contains("in use");
        return taken
                ? "admin.port: " + config.port() + " is taken on " + config.host() + "; choose another, or 0 for none"
                : "admin.host: cannot listen on " + config.host() + ":" + config.port() + " (" + ExceptionKind.of(e)
                        + "); choose another, or admin.port 0 for none";
    }
}
