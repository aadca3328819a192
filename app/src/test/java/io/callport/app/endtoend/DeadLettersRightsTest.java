package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.app.endtoend.CommandLineFixture.Ended;
import io.callport.sandbox.broker.SecuredKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The rights that docs/operations.md lists for repair are enough, and each missing right is named. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DeadLettersRightsTest {
    private static final String COMMANDS = "callport.7moor.commands";
    private static final String LETTERS = "callport.dead-letters";

    @Test
    void theDocumentedRightsAreEnoughAndEachMissingRightIsNamed(@TempDir Path directory) throws Exception {
        try (SecuredKafka broker =
                        SecuredKafka.start(Map.of("root", "root-pw", "operator", "operator-pw-9e1"), "root", Map.of());
                Admin root = Admin.create(broker.clientProperties("root"))) {
            root.createTopics(List.of(new NewTopic(COMMANDS, 1, (short) 1), new NewTopic(LETTERS, 1, (short) 1)))
                    .all()
                    .get();
            publishLetter(broker);
            CommandLineFixture terminal = new CommandLineFixture(
                    configuration(directory, broker), Map.of("KAFKA_PASSWORD", "operator-pw-9e1"));

            failed(terminal.run("dead-letters", "list"), "This user has no right to read topic " + LETTERS);
            List<AclBinding> rights = AclCommands.ofOperator();
            allow(root, only(rights, LETTERS));
            assertThat(terminal.run("dead-letters", "list").out()).contains(COMMANDS + "/0/7");
            failed(
                    terminal.run("dead-letters", "replay", "--all"),
                    "This user has no right to write to topic " + COMMANDS);
            allow(root, only(rights, COMMANDS));
            Ended replayed = terminal.run("dead-letters", "replay", "--all");
            assertThat(replayed.err()).isEqualTo("1 dead letter replayed.\n");
            assertThat(replayed.out()).isEqualTo("replayed 0/0 as " + COMMANDS + "/0/0 ce_id=" + COMMANDS + "/0/7\n");
            failed(
                    new CommandLineFixture(terminal.config(), Map.of("KAFKA_PASSWORD", "wrong-pw-2b1"))
                            .run("dead-letters", "list"),
                    "Kafka lets nobody in with these credentials");
        }
    }

    private static void failed(Ended ended, String why) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(why).doesNotContain("operator-pw-9e1", "wrong-pw-2b1");
    }

    private static List<AclBinding> only(List<AclBinding> rights, String topic) {
        List<AclBinding> only = rights.stream()
                .filter(right -> right.pattern().name().equals(topic))
                .toList();
        assertThat(only).hasSize(1);
        return only;
    }

    private static void allow(Admin root, List<AclBinding> rights) throws Exception {
        root.createAcls(rights).all().get();
        SecuredFixture.until("the rules", () -> {
            try {
                return root.describeAcls(AclBindingFilter.ANY).values().get().containsAll(rights);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void publishLetter(SecuredKafka broker) {
        try (BackEndClient backEnd = new BackEndClient(broker.clientProperties("root"), List.of())) {
            backEnd.publish(
                    LETTERS,
                    0,
                    "key",
                    "value",
                    header("__dlq.errors.topic", COMMANDS),
                    header("__dlq.errors.partition", "0"),
                    header("__dlq.errors.offset", "7"));
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Path configuration(Path directory, SecuredKafka broker) throws Exception {
        return Files.writeString(directory.resolve("callport.yaml"), """
                kafka:
                  bootstrap.servers: %s
                  security.protocol: SASL_SSL
                  sasl.mechanism: SCRAM-SHA-512
                  sasl.jaas.config: >-
                    org.apache.kafka.common.security.scram.ScramLoginModule required
                    username="operator" password="${KAFKA_PASSWORD}";
                  ssl.truststore.type: PEM
                  ssl.truststore.location: %s
                accounts:
                  - { id: "%s", secret: %s }
                """.formatted(
                broker.bootstrapServers(), broker.certificate(), ServiceFixture.MOOR, ServiceFixture.MOOR_SECRET));
    }
}
