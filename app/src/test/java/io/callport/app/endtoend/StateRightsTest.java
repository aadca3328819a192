package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.app.endtoend.CommandLineFixture.Ended;
import io.callport.sandbox.broker.SecuredKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each right that {@code state} lacks is named, and the rights that docs/operations.md names are enough. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class StateRightsTest {
    private static final String COMMANDS = "callport.7moor.commands";
    private static final String STATE = "callport.7moor.state";
    private static final String PASSWORD = "operator-pw-9e1";

    @Test
    void theDocumentedRightsAreEnoughAndEachThatIsMissingIsNamed(@TempDir Path directory) throws Exception {
        try (SecuredKafka broker =
                        SecuredKafka.start(Map.of("root", "root-pw", "operator", PASSWORD), "root", Map.of());
                Admin root = Admin.create(broker.clientProperties("root"))) {
            root.createTopics(List.of(new NewTopic(COMMANDS, 1, (short) 1), new NewTopic(STATE, 1, (short) 1)))
                    .all()
                    .get();
            try (BackEndClient other = new BackEndClient(broker.clientProperties("root"), List.of())) {
                other.publish(STATE, 0, "account/" + ServiceFixture.MOOR, null);
            }
            CommandLineFixture terminal =
                    new CommandLineFixture(configuration(directory, broker), Map.of("KAFKA_PASSWORD", PASSWORD));

            failed(terminal, "This user has no right to describe topic " + COMMANDS + "; give it DESCRIBE on it");
            allow(root, ResourceType.TOPIC, COMMANDS, AclOperation.DESCRIBE);
            failed(terminal, "This user has no right to read topic " + STATE + "; give it READ on it");
            allow(root, ResourceType.TOPIC, STATE, AclOperation.DESCRIBE);
            failed(terminal, "This user has no right to describe group callport; give it DESCRIBE on it");
            allow(root, ResourceType.GROUP, "callport", AclOperation.DESCRIBE);
            failed(terminal, "This user has no right to read topic " + STATE + "; give it READ on it");
            allow(root, ResourceType.TOPIC, STATE, AclOperation.READ);
            Ended shown = state(terminal);
            assertThat(shown.code()).isZero();
            assertThat(shown.out())
                    .contains("offset    none: group callport has committed none\n")
                    .contains("record    none: nothing was written here yet\n")
                    .doesNotContain(PASSWORD, ServiceFixture.MOOR_SECRET);
        }
    }

    private static Ended state(CommandLineFixture terminal) {
        return terminal.run("state", "--account", ServiceFixture.MOOR.toString());
    }

    private static void failed(CommandLineFixture terminal, String why) {
        Ended ended = state(terminal);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith(why).doesNotContain(PASSWORD);
    }

    private static void allow(Admin root, ResourceType type, String name, AclOperation operation) throws Exception {
        AclBinding right = new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:operator", "*", operation, AclPermissionType.ALLOW));
        root.createAcls(List.of(right)).all().get();
        SecuredFixture.until("the rule", () -> {
            try {
                return root.describeAcls(AclBindingFilter.ANY).values().get().contains(right);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
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
