package io.callport.app.service;

import io.callport.account.Account;
import io.callport.app.admin.AdminServer;
import io.callport.app.admin.VendorPing;
import io.callport.app.admin.VendorPings;
import io.callport.config.AccountConfig;
import io.callport.config.Configuration;
import io.callport.config.WebhookConfig;
import io.callport.http.HttpPorts;
import io.callport.kafka.KafkaLoop;
import io.callport.kafka.settings.VendorTopics;
import io.callport.kafka.state.Health;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.memory.MemoryLedger;
import io.callport.observability.metrics.Metrics;
import io.callport.observability.tracing.CommandTracing;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: the ports, the loop, the receiver of callbacks and the admin server. Thread-safe. */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Health STARTING = new Health(true, List.of("The service is starting; this takes a moment"));

    private final Closeables parts = new Closeables();
    private volatile Supplier<Health> health = () -> STARTING;
    private volatile Supplier<List<VendorPing>> vendors = List::of;
    private volatile @Nullable KafkaLoop loop;
    private volatile @Nullable AdminServer admin;
    private volatile @Nullable ReadinessWatch readiness;
    private volatile @Nullable ReceivingParts receiving;

    private Service() {}

    /**
     * Starts the service and returns without waiting for its readiness, which {@link #health()} reports.
     *
     * @throws IllegalStateException if the admin port is taken
     */
    public static Service start(Configuration configuration) {
        return start(configuration, ObservationRegistry.NOOP);
    }

    /**
     * Starts the service with observations: the registry observes each command, its requests and its result, and the
     * registry's handlers make spans of the observations. Names and keys are in docs/operations.md.
     *
     * @throws IllegalStateException if the admin port is taken
     */
    public static Service start(Configuration configuration, ObservationRegistry observations) {
        Service service = new Service();
        try {
            service.open(configuration, observations);
            return service;
        } catch (RuntimeException | Error e) {
            service.parts.close();
            throw e;
        }
    }

    /** Whether the service is live and ready, and the reasons if not. */
    public Health health() {
        return health.get();
    }

    /**
     * A stage that completes when the loop has ended; exceptionally, with the reason, if the loop ended without a call
     * to stop.
     */
    public CompletionStage<@Nullable Void> ended() {
        return running().ended();
    }

    /** The port of the admin server; 0 if there is none. */
    public int adminPort() {
        AdminServer server = admin;
        return server == null ? 0 : server.port();
    }

    /** The port on which callbacks are received; 0 if none are. */
    public int webhooksPort() {
        ReceivingParts parts = receiving;
        return parts == null ? 0 : parts.server().port();
    }

    /** Asks the service to stop gracefully, and returns at once. */
    public void stop() {
        ReadinessWatch log = readiness;
        if (log != null) {
            log.close();
        }
        running().stop();
    }

    /**
     * Stops the service gracefully and waits: first for the loop, then for the parts that the loop uses, then for the
     * admin server and the metrics.
     */
    @Override
    public void close() {
        parts.close();
    }

    private void open(Configuration configuration, ObservationRegistry observations) {
        Metrics metrics = parts.add(metrics(configuration));
        CommandTracing tracing = new CommandTracing(
                observations, vendors(configuration), configuration.tracing().propagateToVendors());
        if (configuration.admin().enabled()) {
            admin = parts.add(AdminServer.start(
                    configuration.admin(), this::health, () -> vendors.get(), this::snapshot, metrics::scrape));
        }
        MemoryLedger memory = new MemoryLedger(configuration.commands().limits().memory());
        HttpPorts ports = parts.add(HttpPorts.open(
                configuration.http(),
                configuration.httpAccounts(),
                tracing.ofRequests(metrics.ofRequests()),
                memory.answers()));
        vendors = parts.add(VendorPings.start(unlimited(configuration), ports::ping, InstantSource.system()))::latest;
        KafkaLoop started = parts.add(KafkaLoop.start(
                configuration.kafkaSettings(), ports::ports, metrics.ofCommands(), tracing.ofCommands(), memory));
        loop = started;
        WebhookConfig webhooks = configuration.webhooks();
        ReceivingParts received =
                webhooks == null ? null : parts.add(ReceivingParts.start(configuration, webhooks, metrics));
        receiving = received;
        health = received == null ? started::health : () -> received.with(started.health());
        metrics.watch(this::health, started::sinceTurn, started::snapshot, memory);
        logServing(configuration);
        readiness = parts.add(ReadinessWatch.start(this::health));
    }

    private static Metrics metrics(Configuration configuration) {
        Collection<VendorTopics> topics =
                configuration.kafka().topics().vendors().values();
        return new Metrics(
                vendors(configuration),
                topics.stream().map(VendorTopics::commands).toList(),
                topics.stream().map(VendorTopics::state).toList());
    }

    private static Set<String> vendors(Configuration configuration) {
        return configuration.accounts().stream()
                .map(it -> it.account().vendor())
                .collect(Collectors.toSet());
    }

    private LoopSnapshot snapshot() {
        KafkaLoop started = loop;
        return started == null ? new LoopSnapshot(Instant.now(), List.of(), List.of()) : started.snapshot();
    }

    /**
     * The accounts without a budget. A budget counts every request that may reach the vendor, so an uncounted ping
     * would break the budget.
     */
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
        WebhookConfig webhooks = configuration.webhooks();
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
                .addKeyValue(
                        "webhooks",
                        webhooks == null ? "none" : webhooks.server().host() + ":" + webhooksPort())
                .log("Serving");
    }
}
