package io.callport.demo;

import io.callport.app.service.Service;
import io.callport.config.Configuration;
import io.callport.config.file.ConfigurationFile;
import io.callport.config.file.InvalidConfigurationException;
import io.callport.sandbox.SandboxSettings;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.broker.EmbeddedKafka;
import io.callport.sandbox.callback.CallbackSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A broker, the stand-in vendors and the service in this process, with an ordinary configuration file. */
final class LocalCallport implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    final EmbeddedKafka kafka;
    final VendorSandbox vendors;
    final Path configFile;
    final Configuration configuration;
    final Service service;
    private final CallbackSettings callbacks;

    private LocalCallport(EmbeddedKafka kafka, VendorSandbox vendors, LocalConfigFile config) {
        this.kafka = kafka;
        this.vendors = vendors;
        this.callbacks = config.callbacks();
        this.configFile = config.write(kafka.bootstrapServers(), vendors.url());
        this.configuration = read(configFile);
        ReplyTopic.create(kafka.bootstrapServers());
        this.service = Service.start(configuration);
    }

    /**
     * Starts all three parts and waits until commands are answered.
     *
     * @param ports the port of each part, 0 for any free port
     * @throws IllegalStateException if a part does not start; the message says which port is taken
     */
    static LocalCallport start(LocalPorts ports) {
        EmbeddedKafka kafka = EmbeddedKafka.start(ports.kafka(), Map.of());
        try {
            CallbackSettings callbacks =
                    CallbackSettings.DEFAULT.url(URI.create("http://127.0.0.1:" + ports.webhooks()));
            SandboxSettings settings = SandboxSettings.DEFAULT.callbacks(callbacks);
            LocalConfigFile config = new LocalConfigFile(ports.admin(), callbacks);
            return start(kafka, VendorSandbox.start(ports.vendors(), settings), config);
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    private static LocalCallport start(EmbeddedKafka kafka, VendorSandbox vendors, LocalConfigFile config) {
        try {
            LocalCallport local = new LocalCallport(kafka, vendors, config);
            local.awaitReady();
            return local;
        } catch (RuntimeException e) {
            vendors.close();
            throw e;
        }
    }

    @Override
    public void close() {
        service.close();
        vendors.close();
        kafka.close();
    }

    /** The port on which the service receives callbacks. */
    int webhookPort() {
        return callbacks.url().getPort();
    }

    private void awaitReady() {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (!service.health().ready()) {
            if (System.nanoTime() > until) {
                service.close();
                throw new IllegalStateException(
                        "The service is not ready: " + service.health().reasons());
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    private static Configuration read(Path file) {
        try {
            return ConfigurationFile.read(file, System::getenv).configuration();
        } catch (InvalidConfigurationException e) {
            throw new IllegalStateException("The sandbox's own configuration is wrong: " + e.problems());
        }
    }
}
