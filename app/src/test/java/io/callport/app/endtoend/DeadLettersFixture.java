package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.app.endtoend.CommandLineFixture.Ended;
import io.callport.app.service.Service;
import io.callport.config.file.ConfigurationFile;
import io.callport.contract.TrafficCheck;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A service with topics of its own, a back end that publishes to it, and an operator at a terminal. */
final class DeadLettersFixture implements AutoCloseable {
    static final String ACCOUNT = ServiceFixture.MOOR.toString();
    static final String GOOD = "{\"query\":\"number-pool.groups\",\"account\":\"" + ACCOUNT + "\"}";
    static final Pattern AT = Pattern.compile("(?m)^(\\d+/\\d+) ");

    final String commands;
    final String results;
    final String letters;
    final BackEndClient backEnd;
    final CommandLineFixture terminal;
    private final Map<String, Object> client;
    private final Set<String> held;
    private final VendorSandbox vendors;
    private final Service service;
    private int markers;

    private DeadLettersFixture(EmbeddedKafka broker, Path directory)
            throws IOException, InterruptedException, ExecutionException {
        String group = "d" + UUID.randomUUID().toString().substring(0, 8);
        commands = group + ".commands";
        results = group + ".results";
        letters = group + ".dead-letters";
        held = new TreeSet<>(Set.of(commands, results, letters));
        client = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(
                            new NewTopic(commands, 3, (short) 1),
                            new NewTopic(results, 3, (short) 1),
                            new NewTopic(letters, 3, (short) 1).configs(Map.of("max.message.bytes", "20000"))))
                    .all()
                    .get();
        }
        vendors = VendorSandbox.start(0);
        Path file = Files.writeString(directory.resolve("callport.yaml"), """
                kafka: { bootstrap.servers: "%s", group.id: %s }
                topics:
                  7moor: { commands: %s, results: %s }
                  dead-letters: %s
                  create: { partitions: 1, replication: 1 }
                accounts:
                  - { id: "%s", secret: %s, url: "%s" }
                admin: { port: 0 }
                """.formatted(
                        broker.bootstrapServers(),
                        group,
                        commands,
                        results,
                        letters,
                        ACCOUNT,
                        ServiceFixture.MOOR_SECRET,
                        vendors.url()));
        terminal = new CommandLineFixture(file, Map.of());
        service = Service.start(ConfigurationFile.read(file, name -> null).configuration());
        backEnd = new BackEndClient(client, List.of(results, letters));
    }

    static DeadLettersFixture start(EmbeddedKafka broker, Path directory) {
        try {
            return new DeadLettersFixture(broker, directory);
        } catch (IOException | InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A test publishes to the dead letters' topic itself, what is none of Callport's: the contract says nothing of it.
     */
    void holdForeignLetters() {
        held.remove(letters);
    }

    /** Where the only dead letter is. */
    String onlyListed() {
        Ended list = terminal.run("dead-letters", "list");
        assertThat(list.err()).isEqualTo("This is the only dead letter on " + letters + ".\n");
        return AT.matcher(list.out()).results().findFirst().orElseThrow().group(1);
    }

    /** Waits until the record that was first there is a dead letter for that time. */
    void awaitLetter(String first, int count) {
        SecuredFixture.until(
                "dead letter " + count + " of " + first,
                () -> terminal.run("dead-letters", "list", "--json")
                        .out()
                        .contains("\"firstAt\":\"" + first + "\",\"deaths\":" + count));
    }

    /** Waits for so many dead letters; returns how many there are. */
    long awaitCount(int count) {
        SecuredFixture.until(
                count + " dead letters on " + letters,
                () -> terminal.run("dead-letters", "list", "--json")
                                .out()
                                .lines()
                                .count()
                        >= count);
        return terminal.run("dead-letters", "list", "--json").out().lines().count();
    }

    /** Publishes a command of its own, and sees that its result comes behind so many others. */
    void noOtherResultThan(int count) {
        String marker = backEnd.publish(commands, null, ACCOUNT, GOOD);
        backEnd.await(results, "ce_id", marker);
        assertThat(backEnd.seen(results) - markers++).isEqualTo(count + 1);
    }

    @Override
    public void close() {
        backEnd.close();
        service.close();
        vendors.close();
        TrafficCheck.assertOfTheContract(
                client, held, Set.of(), backEnd.hasPublished() ? Set.of() : Set.of(TrafficCheck.Allowed.NO_MESSAGES));
    }
}
