package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.app.Main;
import io.callport.contract.TrafficCheck;
import io.callport.sandbox.SandboxSettings;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.broker.SecuredKafka;
import io.callport.sandbox.moor.MoorLimit;
import io.callport.tools.shell.Shell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** A broker that requires a right for every operation, a stand-in vendor, and the command line in front of them. */
final class SecuredFixture implements AutoCloseable {
    static final String PASSWORD = "kafka-pw-5bd3";
    static final List<String> TOPICS = List.of(
            "callport.7moor.commands",
            "callport.7moor.results",
            "callport.7moor.events",
            "callport.callbot.commands",
            "callport.callbot.results",
            "callport.callbot.events",
            "callport.nxlink.commands",
            "callport.nxlink.results",
            "callport.nxlink.events",
            "callport.dead-letters",
            "shop.replies");
    private static final List<String> STATES =
            List.of("callport.7moor.state", "callport.callbot.state", "callport.nxlink.state");

    private static final MoorLimit MANY = MoorLimit.of(1_000, Duration.ofMinutes(1));

    final SecuredKafka broker =
            SecuredKafka.start(Map.of("root", "root-pw", "callport", PASSWORD, "shop", "shop-pw"), "root", Map.of());
    private final Admin root = Admin.create(broker.clientProperties("root"));
    private final VendorSandbox vendors =
            VendorSandbox.start(0, SandboxSettings.DEFAULT.moorLimit(MANY)); // each check asks 7moor once
    private final Path file;

    /** The exit code and the printed text of a command. */
    record Ended(int code, String out, String err) {}

    /** Makes a fixture with the configuration of docs/operations.md. */
    SecuredFixture(Path directory) throws IOException {
        List<NewTopic> topics = new ArrayList<>();
        TOPICS.forEach(name -> topics.add(new NewTopic(name, 3, (short) 1)
                .configs(name.endsWith(".commands") ? Map.of("compression.type", "uncompressed") : Map.of())));
        Map<String, String> compacted = Map.of("cleanup.policy", "compact");
        STATES.forEach(name -> topics.add(new NewTopic(name, 3, (short) 1).configs(compacted)));
        await(root.createTopics(topics).all());
        String documented = AclCommands.operations().replaceFirst("(?s).*```yaml\n(.*?)```.*", "$1");
        String kafka = documented
                .replace("kafka-1.example.com:9093", broker.bootstrapServers())
                .replace("/etc/callport/kafka-ca.pem", broker.certificate().toString());
        file = Files.writeString(
                directory.resolve("callport.yaml"),
                kafka
                        + """
                topics: { callbot: { replies: [shop.replies] }, create: never }
                accounts:
                  - { id: "%1$s", secret: %2$s, url: "%3$s", algorithm: SHA256 }
                  - { id: "7moor:2000103", secret: HWHp9xFVlbboxIU2S6DHA7sf9sGzt3, url: "%3$s", webhook: { path-secret: sandbox-7moor-path-secret } }
                  - { id: "nxlink:fme2na3kdi3ki", secret: abciiiko2k3, url: "%3$s" }
                admin: { port: 0 }
                webhooks: { port: %4$d }
                """.formatted(
                                        ServiceFixture.CALLBOT,
                                        ServiceFixture.CALLBOT_SECRET,
                                        vendors.url(),
                                        WebhooksEndToEndTest.freePort()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------")); // it has a secret
    }

    void allow(Collection<AclBinding> rules) {
        await(root.createAcls(rules).all());
        until("the rules", () -> rules().containsAll(rules));
    }

    void takeAway(AclBinding rule) {
        await(root.deleteAcls(List.of(rule.toFilter())).all());
        until("the rule is gone", () -> !rules().contains(rule));
    }

    private Collection<AclBinding> rules() {
        return await(root.describeAcls(AclBindingFilter.ANY).values());
    }

    /** Calls the command line in this process as the shell of someone whose password for Kafka is this one. */
    Ended run(String password, String command, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of("KAFKA_PASSWORD", password);
        Shell shell = new Shell(new ByteArrayInputStream(new byte[0]), print(out), print(err), environment::get);
        List<String> args = new ArrayList<>(List.of(command, "--config=" + file));
        args.addAll(List.of(options));
        int code = Main.run(shell, args.toArray(String[]::new));
        Ended ended = new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        System.out.print(ended.out() + ended.err()); // where the scan for secrets sees it
        return ended;
    }

    static void until(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting for: " + what).isLessThan(until);
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        TrafficCheck.assertOfTheContract(broker.clientProperties("root"), TOPICS, List.of());
        root.close();
        vendors.close();
        broker.close();
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
