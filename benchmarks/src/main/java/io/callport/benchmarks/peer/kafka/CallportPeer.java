package io.callport.benchmarks.peer.kafka;

import io.callport.account.Account;
import io.callport.app.config.Configuration;
import io.callport.app.config.file.ConfigurationFile;
import io.callport.app.config.file.InvalidConfigurationException;
import io.callport.app.service.Service;
import io.callport.benchmarks.vendor.BareCallbot;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The whole service, with its defaults but for the topics, the deadlines and how many requests it may make at once. */
public final class CallportPeer implements Peer {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long GLANCE = 5_000_000;
    private static final String CONFIGURATION = """
            kafka:
              bootstrap.servers: %1$s
              group.id: %2$s
            topics:
              callbot: { commands: %2$s.commands, results: %2$s.results }
              7moor: { commands: %2$s.7moor.commands, results: %2$s.7moor.results }
              nxlink: { commands: %2$s.nxlink.commands, results: %2$s.nxlink.results }
              dead-letters: %2$s.dead-letters
              create: { partitions: 1, replication: 1 }
            deadline: { default: PT1H, max: PT1H }
            limits: { requests: %3$d, requests-per-account: %4$d }
            shutdown: PT1S
            admin: { port: 0 }
            accounts:
            """;
    private static final String ACCOUNT = "  - { id: \"%s\", secret: %s, url: \"%s\", budget: %s }%n";

    @Override
    public Running start(Work work) {
        Service service = Service.start(configuration(work));
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!service.health().ready()) {
            if (System.nanoTime() > until) {
                service.close();
                throw new IllegalStateException("The service is not ready: " + service.health());
            }
            LockSupport.parkNanos(GLANCE);
        }
        return service::close;
    }

    private static Configuration configuration(Work work) {
        String head = CONFIGURATION.formatted(
                work.stage().bootstrap(), work.stage().name(), work.parallel(), Math.min(work.parallel(), 64));
        String accounts =
                work.accounts().stream().map(account -> line(work, account)).collect(Collectors.joining());
        try {
            return ConfigurationFile.parse(head + accounts, name -> null).configuration();
        } catch (InvalidConfigurationException e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }

    private static String line(Work work, Account account) {
        String budget = account.equals(work.limited()) ? "20/PT1M" : "none";
        return ACCOUNT.formatted(account, BareCallbot.SECRET, work.vendor(), budget);
    }
}
