package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.KafkaLoop;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rights that are withdrawn from a running service stop its work and are reported; once they are granted again, no
 * result is missing or doubled.
 */
class RightsTest {
    private static EmbeddedKafka broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedKafka.start(
                0,
                Map.of(
                        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "allow.everyone.if.no.acl.found", "true"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({
        "TOPIC, results, WRITE, topic authorization",
        "TOPIC, state, WRITE, topic authorization",
        "TOPIC, commands, READ, topic authorization",
        "GROUP, group, READ, group authorization",
        "TRANSACTIONAL_ID, transactional, WRITE, transactional id authorization"
    })
    void areMissedAndFoundAgain(ResourceType type, String what, AclOperation operation, String reason) {
        try (LoopFixture fixture = new LoopFixture(broker.bootstrapServers()).withTopics(Map.of())) {
            fixture.clientProperties.put(
                    "session.timeout.ms", "6000"); // one without rights cannot leave the group either
            fixture.budgets.put(
                    Account.parse(LoopFixture.CALLBOT), new Budget(1_000, Duration.ofMinutes(1))); // so it has state
            KafkaLoop loop = fixture.startReady();
            String before = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("before"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            AclBinding deny = acl(type, name(fixture, what), operation, AclPermissionType.DENY);
            AclBinding allow = acl(type, name(fixture, what), AclOperation.ALL, AclPermissionType.ALLOW);
            ClusterAdmin.await(
                    fixture.cluster.admin.createAcls(List.of(allow, deny)).all());
            LoopFixture.until( // the controller knows it first
                    "the broker denies it",
                    () -> ClusterAdmin.await(fixture.cluster
                                    .admin
                                    .describeAcls(deny.toFilter())
                                    .values())
                            .contains(deny));
            String during = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("during"));
            LoopFixture.until(
                    "it says why it is not ready",
                    () -> loop.health().reasons().stream().anyMatch(text -> text.contains(reason)));
            assertThat(loop.health().live()).isTrue();

            ClusterAdmin.await(
                    fixture.cluster.admin.deleteAcls(List.of(deny.toFilter())).all());
            LoopFixture.until("it is ready", () -> loop.health().ready());
            assertThat(fixture.resultIds(LoopFixture.CALLBOT, 2)).containsExactly(before, during);
        }
    }

    @Test
    void aReplyTopicThatMayNotBeWrittenToGivesWayToTheResultsTopic() {
        try (LoopFixture fixture = new LoopFixture(broker.bootstrapServers()).withTopics(Map.of())) {
            String replies = fixture.name + ".replies";
            fixture.cluster.create(List.of(replies), Map.of());
            ClusterAdmin.await(fixture.cluster
                    .admin
                    .createAcls(List.of(
                            acl(ResourceType.TOPIC, replies, AclOperation.ALL, AclPermissionType.ALLOW),
                            acl(ResourceType.TOPIC, replies, AclOperation.WRITE, AclPermissionType.DENY)))
                    .all());
            fixture.startReady();
            fixture.send(
                    LoopFixture.CALLBOT,
                    LoopFixture.lookup("x"),
                    new RecordHeader("kafka_replyTopic", LoopFixture.bytes(replies)));
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("y"));
            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), 2).stream()
                            .map(LoopFixture::json)
                            .map(json -> json.at("/reason").asText("answered")
                                    + json.at("/detail").asText("")))
                    .anySatisfy(result ->
                            assertThat(result).contains("invalid-command", "may not write to topic " + replies))
                    .anySatisfy(result -> assertThat(result).isEqualTo("answered"));
        }
    }

    private static String name(LoopFixture fixture, String what) {
        return switch (what) {
            case "results" -> fixture.results(LoopFixture.CALLBOT);
            case "commands" -> fixture.commands(LoopFixture.CALLBOT);
            case "state" ->
                fixture.settings()
                        .topics()
                        .ofCommands(fixture.commands(LoopFixture.CALLBOT))
                        .state();
            default -> fixture.name;
        };
    }

    private static AclBinding acl(
            ResourceType type, String name, AclOperation operation, AclPermissionType permission) {
        PatternType pattern = type == ResourceType.TRANSACTIONAL_ID ? PatternType.PREFIXED : PatternType.LITERAL;
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:ANONYMOUS", "*", operation, permission));
    }
}
