package io.callport.benchmarks.comparison.footprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.app.service.Service;
import io.callport.benchmarks.service.ServiceFile;
import io.callport.benchmarks.vendor.BareCallbot;
import io.callport.config.AccountConfig;
import io.callport.config.AdminConfig;
import io.callport.config.Configuration;
import io.callport.signing.Algorithm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The service in a process of its own. The process answers each line of its input with its memory or with the number of
 * outstanding commands. Its accounts are created here, since a configuration file of 100,000 is larger than Callport
 * reads.
 */
public final class ServiceProcessMain {
    private static final String MORE = """
            deadline: { default: PT1H, max: PT1H }
            http: { timeout: PT1H }
            shutdown: PT0.1S
            """;

    /** The input line that asks for the number of outstanding commands; any other line asks for the memory. */
    static final String OUTSTANDING = "outstanding";

    private ServiceProcessMain() {}

    /**
     * Arguments: the broker, the name of the topics and the group, the vendor's address, the number of accounts, their
     * budget.
     */
    public static void main(String[] args) throws IOException {
        URI vendor = URI.create(args[2]);
        String line = ServiceFile.account(account(0), BareCallbot.SECRET, vendor, "none");
        Configuration one = ServiceFile.read(args[0], args[1], MORE, List.of(line));
        Configuration all = new Configuration(
                one.kafka(),
                accounts(vendor, Integer.parseInt(args[3]), Budget.parse(args[4])),
                one.commands(),
                one.http(),
                one.shutdown(),
                new AdminConfig("127.0.0.1", freePort(), List.of()),
                one.tracing());
        try (Service service = Service.start(all)) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            for (String question = in.readLine(); question != null; question = in.readLine()) {
                System.out.println(
                        question.equals(OUTSTANDING)
                                ? outstanding(service.adminPort())
                                : heapMib() + " " + residentMib() + " "
                                        + service.health().ready());
            }
        }
    }

    /** The number of commands that were read and have no result, from the service's metrics. */
    private static double outstanding(int port) throws IOException {
        try (InputStream metrics =
                URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
            return new String(metrics.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("callport_partition_outstanding_commands"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Account account(int number) {
        return new Account("callbot", "account-" + number);
    }

    private static List<AccountConfig> accounts(URI vendor, int count, Budget budget) {
        Secret secret = Secret.of(BareCallbot.SECRET);
        return IntStream.range(0, count)
                .mapToObj(i -> new AccountConfig(account(i), secret, vendor, Algorithm.MD5, budget))
                .toList();
    }

    /** The used heap after a collection. */
    private static double heapMib() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (1024.0 * 1024.0);
    }

    /** The resident memory of the process; 0 if Linux does not report it. */
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
