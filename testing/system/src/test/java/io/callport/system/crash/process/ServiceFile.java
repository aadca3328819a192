package io.callport.system.crash.process;

import io.callport.account.Account;
import io.callport.system.crash.evidence.Topics;
import io.callport.system.crash.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code callport.yaml} of an instance: all times are short, so that much happens in little time. */
public record ServiceFile(Plan plan, String bootstrapServers, Map<Account, String> secrets, Duration vendorTimeout) {
    private static final String TEXT = """
            kafka:
              bootstrap.servers: %s
              group.id: crash
              reconnect.backoff.max.ms: 500
              consumer: { group.protocol: %s%s }
              producer: { transaction.timeout.ms: 5000, delivery.timeout.ms: 4500, request.timeout.ms: 4000 }
            deadline: { default: PT5S, max: %s }
            retry: { base: PT0.1S, max: PT2S, attempts: 3 }
            http: { connect-timeout: PT1S, timeout: %s }
            shutdown: PT5S
            admin: { port: %d }
            topics: { 7moor: { replies: [%s, %s] } }
            accounts:
            %s
            """;

    /** A file with the vendor timeout of crash runs. */
    public ServiceFile(Plan plan, String bootstrapServers, Map<Account, String> secrets) {
        this(plan, bootstrapServers, secrets, Plan.VENDOR_TIMEOUT);
    }

    /** Writes the configuration file. */
    public Path write(Path file, URI vendor, int adminPort) {
        boolean classic = plan.protocol().equals("classic");
        String session = ", session.timeout.ms: " + Plan.SESSION.toMillis() + ", heartbeat.interval.ms: 500";
        String text = TEXT.formatted(
                bootstrapServers,
                plan.protocol(),
                classic ? session : "",
                plan.scale().longestDeadline(),
                vendorTimeout,
                adminPort,
                Topics.SMALL_REPLIES,
                Topics.DELETED_REPLIES,
                secrets.entrySet().stream()
                        .map(it -> account(it.getKey(), it.getValue(), vendor))
                        .collect(Collectors.joining("\n")));
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String account(Account account, String secret, URI vendor) {
        return "  - { id: \"%s\", secret: \"%s\", url: \"%s\", budget: %s }"
                .formatted(account, secret, vendor, plan.scale().budget());
    }
}
