package io.callport.app.service;

import io.callport.account.Account;
import io.callport.app.admin.AdminServer;
import io.callport.app.admin.Metrics;
import io.callport.app.admin.VendorPing;
import io.callport.app.admin.VendorPings;
import io.callport.app.config.AccountConfig;
import io.callport.app.config.Configuration;
import io.callport.http.HttpPorts;
import io.callport.kafka.Health;
import io.callport.kafka.loop.KafkaLoop;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: the ports, the loop, and the admin server beside them. Thread-safe. */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Health STARTING = new Health(true, List.of("starting"));

    private final Parts parts = new Parts();
    private volatile Supplier<Health> health = () -> STARTING;
    private volatile Supplier<List<VendorPing>> vendors = List::of;
    private volatile @Nullable KafkaLoop loop;
    private volatile @Nullable AdminServer admin;

    private Service() {}

    /**
     * Starts the service and returns as soon as it is under way; {@link #health()} tells when it is ready.
     *
     * @throws IllegalStateException if the admin port is taken
     */
    public static Service start(Configuration configuration) {
        Service service = new Service();
        try {
            service.open(configuration);
            return service;
        } catch (RuntimeException | Error e) {
            service.parts.close();
            throw e;
        }
    }

    /** How it is. */
    public Health health() {
        return health.get();
    }

    /** Completes when the loop has ended; exceptionally, with the reason, if nobody asked it to. */
    public CompletionStage<@Nullable Void> ended() {
        return running().ended();
    }

    /** The port of the admin server; 0 if there is none. */
    public int adminPort() {
        AdminServer server = admin;
        return server == null ? 0 : server.port();
    }

    /** Asks it to stop, gracefully, and returns at once. */
    public void stop() {
        running().stop();
    }

    /** Stops gracefully and waits: first the loop, then what it uses, at last what tells of it. */
    @Override
    public void close() {
        parts.close();
    }

    private void open(Configuration configuration) {
        Metrics metrics = parts.add(new Metrics(configuration.accounts().stream()
                .map(it -> it.account().vendor())
                .collect(Collectors.toSet())));
        if (configuration.admin().enabled()) {
            admin = parts.add(
                    AdminServer.start(configuration.admin(), this::health, () -> vendors.get(), metrics::scrape));
        }
        HttpPorts ports =
                parts.add(HttpPorts.open(configuration.http(), configuration.httpAccounts(), metrics.ofRequests()));
        vendors = parts.add(new VendorPings(unlimited(configuration), ports::ping, InstantSource.system()))::look;
        KafkaLoop started =
                parts.add(KafkaLoop.start(configuration.kafkaSettings(), ports::ports, metrics.ofCommands()));
        loop = started;
        health = started::health;
        logServing(configuration);
    }

    /** A budget counts every request that may reach the vendor; a ping of its own would break it. */
    private static List<Account> unlimited(Configuration configuration) {
        return configuration.accounts().stream()
                .filter(it -> !it.budget().limited())
                .map(AccountConfig::account)
                .toList();
    }

    private KafkaLoop running() {
        KafkaLoop started = loop;
        if (started == null) {
            throw new IllegalStateException("the service has not started");
        }
        return started;
    }

    private void logServing(Configuration configuration) {
        var clients = configuration.kafka().clients();
        String accounts = configuration.accounts().stream()
                .map(AccountConfig::account)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        LOG.atInfo()
                .addKeyValue("accounts", accounts)
                .addKeyValue("group", clients.groupId())
                .addKeyValue("kafka", clients.common().get("bootstrap.servers"))
                .addKeyValue(
                        "topics",
                        String.join(",", configuration.kafka().topics().required()))
                .addKeyValue(
                        "admin",
                        adminPort() == 0 ? "none" : configuration.admin().host() + ":" + adminPort())
                .log("Serving");
    }
}
