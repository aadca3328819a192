package io.callport.benchmarks.row.life;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.app.config.AccountConfig;
import io.callport.app.config.Configuration;
import io.callport.app.config.file.ConfigurationFile;
import io.callport.app.config.file.InvalidConfigurationException;
import io.callport.app.service.Service;
import io.callport.benchmarks.vendor.BareCallbot;
import io.callport.signing.Algorithm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The service in a process of its own, which answers each line of its input with its memory. Its accounts are made here,
 * since a configuration file of 100,000 is larger than Callport reads.
 */
public final class Probe {
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
            http: { timeout: PT1H }
            shutdown: PT0.1S
            admin: { port: 0 }
            accounts:
              - { id: "callbot:account-0", secret: secret, url: "%3$s", budget: none }
            """;

    private Probe() {}

    /** Arguments: the broker, the name of the topics and the group, the vendor's address, how many accounts. */
    public static void main(String[] args) throws IOException, InvalidConfigurationException {
        Configuration one = ConfigurationFile.parse(CONFIGURATION.formatted(args[0], args[1], args[2]), name -> null)
                .configuration();
        Configuration all = new Configuration(
                one.kafka(),
                accounts(URI.create(args[2]), Integer.parseInt(args[3])),
                one.commands(),
                one.http(),
                one.shutdown(),
                one.admin(),
                one.tracing());
        try (Service service = Service.start(all)) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            while (in.readLine() != null) {
                System.out.println(
                        heapMib() + " " + residentMib() + " " + service.health().ready());
            }
        }
    }

    private static List<AccountConfig> accounts(URI vendor, int count) {
        Secret secret = Secret.of(BareCallbot.SECRET);
        return IntStream.range(0, count)
                .mapToObj(i -> new AccountConfig(
                        new Account("callbot", "account-" + i), secret, vendor, Algorithm.MD5, Budget.UNLIMITED))
                .toList();
    }

    /** What is used after a collection. */
    private static double heapMib() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (1024.0 * 1024.0);
    }

    /** What the process has of the machine's memory; 0 where Linux does not say so. */
    private static double residentMib() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }
}
