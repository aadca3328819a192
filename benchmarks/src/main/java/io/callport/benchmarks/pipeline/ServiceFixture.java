package io.callport.benchmarks.pipeline;

import io.callport.account.Account;
import io.callport.app.service.Service;
import io.callport.benchmarks.service.ServiceFile;
import io.callport.config.Configuration;
import io.callport.kafka.settings.VendorTopics;
import io.callport.sandbox.SandboxSettings;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.vendor.SandboxAccount;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The service with separate topics, one partition each, in front of stand-in vendors: one budgeted account among quiet
 * ones.
 */
final class ServiceFixture implements AutoCloseable {
    /** The account that is flooded, with a budget of 10/PT30S. */
    static final Account FLOODED = new Account("callbot", "flooded");

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(10);
    private static final String SECRET = "Bm4-sandbox-key";
    private static final String MORE = """
            deadline: { default: PT1M, max: PT1H }
            shutdown: PT1S
            """;

    private final List<Account> quiet;
    private final Configuration configuration;
    private final VendorSandbox vendors;
    private final Service service;

    private ServiceFixture(String bootstrap, int quietAccounts) {
        this.quiet = IntStream.range(0, quietAccounts)
                .mapToObj(i -> new Account("callbot", "quiet-" + i))
                .toList();
        List<Account> all = Stream.concat(quiet.stream(), Stream.of(FLOODED)).toList();
        this.vendors = VendorSandbox.start(
                0,
                SandboxSettings.DEFAULT.accounts(all.stream()
                        .map(it -> new SandboxAccount(it.vendor(), it.key(), SECRET))
                        .toList()));
        String name = "b" + UUID.randomUUID().toString().substring(0, 8);
        List<String> accounts = all.stream()
                .map(it -> ServiceFile.account(it, SECRET, vendors.url(), it.equals(FLOODED) ? "10/PT30S" : "none"))
                .toList();
        this.configuration = ServiceFile.read(bootstrap, name, MORE, accounts);
        this.service = Service.start(configuration);
    }

    /** Starts the service and waits until it is ready. */
    static ServiceFixture on(String bootstrap, int quietAccounts) {
        ServiceFixture service = new ServiceFixture(bootstrap, quietAccounts);
        try {
            service.awaitReady();
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /** The accounts that are not flooded; none has a budget. */
    List<Account> quiet() {
        return quiet;
    }

    /** The topics of the accounts. */
    VendorTopics topics() {
        return configuration.kafkaSettings().topics().ofVendor(FLOODED.vendor());
    }

    /** The number of the flooded account's requests at its vendor. */
    long requestsOfFlooded() {
        String id = FLOODED.toString();
        return vendors.requests().stream()
                .filter(seen -> id.equals(seen.account()))
                .count();
    }

    @Override
    public void close() {
        service.close();
        vendors.close();
    }

    private void awaitReady() {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (!service.health().ready()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The service is not ready: " + service.health());
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }
}
