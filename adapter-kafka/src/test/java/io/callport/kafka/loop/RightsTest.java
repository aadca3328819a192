package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.KafkaLoop;
import io.callport.sandbox.broker.EmbeddedKafka;
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

/** Rights that are taken from a running service stop its work and are told; given back, nothing was lost or doubled. */
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
        "TOPIC, results, WRITE, TopicAuthorizationException",
        "TOPIC, commands, READ, TopicAuthorizationException",
        "GROUP, group, READ, GroupAuthorizationException",
        "TRANSACTIONAL_ID, transactional, WRITE, TransactionalIdAuthorizationException"
    })
    void areMissedAndFoundAgain(ResourceType type, String what, AclOperation operation, String reason) {
        try (Bench bench = new Bench(broker.bootstrapServers()).withTopics(Map.of())) {
            bench.clientProperties.put(
                    "session.timeout.ms", "6000"); // one without rights cannot leave the group either
            KafkaLoop loop = bench.startReady();
            String before = bench.send(Bench.B, Bench.lookup("before"));
            bench.read(bench.results(Bench.B), 1);
            AclBinding deny = acl(type, name(bench, what), operation, AclPermissionType.DENY);
            AclBinding allow = acl(type, name(bench, what), AclOperation.ALL, AclPermissionType.ALLOW);
            Cluster.await(bench.cluster.admin.createAcls(List.of(allow, deny)).all());
            Bench.until( // the controller knows it first
                    "the broker denies it",
                    () -> Cluster.await(bench.cluster
                                    .admin
                                    .describeAcls(deny.toFilter())
                                    .values())
                            .contains(deny));
            String during = bench.send(Bench.B, Bench.lookup("during"));
            Bench.until(
                    "it says why it is not ready",
                    () -> loop.health().reasons().stream().anyMatch(told -> told.contains(reason)));
            assertThat(loop.health().live()).isTrue();

            Cluster.await(
                    bench.cluster.admin.deleteAcls(List.of(deny.toFilter())).all());
            Bench.until("it is ready", () -> loop.health().ready());
            assertThat(bench.resultIds(Bench.B, 2)).containsExactly(before, during);
        }
    }

    @Test
    void aReplyTopicThatMayNotBeWrittenToGivesWayToTheResultsTopic() {
        try (Bench bench = new Bench(broker.bootstrapServers()).withTopics(Map.of())) {
            String replies = bench.name + ".replies";
            bench.cluster.create(List.of(replies), Map.of());
            Cluster.await(bench.cluster
                    .admin
                    .createAcls(List.of(
                            acl(ResourceType.TOPIC, replies, AclOperation.ALL, AclPermissionType.ALLOW),
                            acl(ResourceType.TOPIC, replies, AclOperation.WRITE, AclPermissionType.DENY)))
                    .all());
            bench.startReady();
            bench.send(Bench.B, Bench.lookup("x"), new RecordHeader("kafka_replyTopic", Bench.bytes(replies)));
            bench.send(Bench.B, Bench.lookup("y"));
            assertThat(bench.read(bench.results(Bench.B), 2).stream()
                            .map(Bench::json)
                            .map(json -> json.at("/reason").asText("answered")
                                    + json.at("/detail").asText("")))
                    .anySatisfy(
                            told -> assertThat(told).contains("invalid-command", "may not write to topic " + replies))
                    .anySatisfy(told -> assertThat(told).isEqualTo("answered"));
        }
    }

    private static String name(Bench bench, String what) {
        return switch (what) {
            case "results" -> bench.results(Bench.B);
            case "commands" -> bench.commands(Bench.B);
            default -> bench.name;
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
