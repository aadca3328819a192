package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.KafkaLoop;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One destination takes no records, for each possible cause: commands whose results go elsewhere have their results
 * meanwhile, no request is sent twice, no client is replaced, health names the topic, and the waiting results are
 * published once the topic works again.
 */
@Timeout(300)
class DestinationsTest {
    private static final int OTHERS = 40;
    private static EmbeddedKafka broker;
    private static EmbeddedKafka second;

    @TempDir
    private static Path data;

    private final RecordingListener listener = new RecordingListener();
    private LoopFixture fixture;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedKafka.start(
                0,
                Map.of(
                        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "allow.everyone.if.no.acl.found", "true",
                        "broker.session.timeout.ms", "6000", // the second one comes back only after that time
                        "broker.heartbeat.interval.ms", "1000"));
        internalTopicsOnTheFirstBroker();
        second = broker.startMember(2, data);
    }

    private static void internalTopicsOnTheFirstBroker() {
        try (LoopFixture first = new LoopFixture(broker.bootstrapServers()).withTopics(Map.of())) {
            first.startReady();
            first.send(LoopFixture.CALLBOT, LoopFixture.lookup("x"));
            first.read(first.results(LoopFixture.CALLBOT), 1);
        }
    }

    @AfterAll
    static void stopBroker() {
        second.close();
        broker.close();
    }

    @BeforeEach
    void make() {
        fixture = new LoopFixture(broker.bootstrapServers());
        fixture.cluster.brokers = List.of(1);
        fixture.withTopics(Map.of());
        fixture.listener = listener;
        IntStream.range(0, OTHERS).forEach(i -> fixture.budgets.put(Account.parse(other(i)), Budget.UNLIMITED));
    }

    @AfterEach
    void close() {
        assertThat(listener.count("recreated"))
                .as("clients that were recreated")
                .isZero();
        assertThat(listener.count("opened consumer")).isEqualTo(1);
        fixture.close();
    }

    private static String other(int number) {
        return "7moor:" + number;
    }

    /** Publishes commands of other accounts, on the other vendor's topic, and waits for their results. */
    private void othersAreAnswered() {
        IntStream.range(0, OTHERS).forEach(i -> fixture.send(other(i), LoopFixture.groups(other(i))));
        assertThat(fixture.read(fixture.results(LoopFixture.MOOR), OTHERS))
                .allSatisfy(record -> assertThat(
                                LoopFixture.json(record).at("/status").asText())
                        .isEqualTo("answered"));
    }

    private static void healthNames(KafkaLoop loop, String topic) {
        healthSays(loop, topic, "");
    }

    private static void healthSays(KafkaLoop loop, String topic, String words) {
        LoopFixture.until(
                "health says of " + topic + ": " + words,
                () -> reasons(loop, topic).anyMatch(reason -> reason.contains(words)));
        assertThat(loop.health().live()).isTrue();
    }

    private static Stream<String> reasons(KafkaLoop loop, String topic) {
        return loop.health().reasons().stream()
                .filter(reason -> reason.startsWith("Topic " + topic + " has not taken"));
    }

    private static void isWell(KafkaLoop loop) {
        LoopFixture.until(
                "the loop is ready again: " + loop.health(), () -> loop.health().ready());
    }

    private String replies(Map<String, String> config) {
        String replies = fixture.name + ".replies";
        fixture.cluster.create(List.of(replies), config);
        return replies;
    }

    private static Header[] replyTo(String topic) {
        return new Header[] {new RecordHeader("kafka_replyTopic", LoopFixture.bytes(topic))};
    }

    private void requestsAreExactly(int requests) {
        assertThat(fixture.vendor.requests).hasValue(requests);
    }

    @Test
    void aReplyTopicThatTakesHardlyAnything() {
        String replies = replies(Map.of("max.message.bytes", "200"));
        KafkaLoop loop = fixture.startReady();
        IntStream.range(0, 3)
                .forEach(i -> fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("r" + i), replyTo(replies)));
        othersAreAnswered();
        assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), 3))
                .allSatisfy(record -> assertThat(
                                LoopFixture.json(record).at("/status").asText())
                        .isEqualTo("answered"));
        healthSays(loop, replies, "max.message.bytes");
        requestsAreExactly(OTHERS + 3);
        fixture.cluster.limitRecords(replies, "100000");
        isWell(loop);
        fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("after"), replyTo(replies));
        fixture.read(replies, 1);
        requestsAreExactly(OTHERS + 4);
    }

    @Test
    void aReplyTopicWithoutALeader() {
        fixture.cluster.brokers = List.of(2);
        String replies = replies(Map.of());
        KafkaLoop loop = fixture.startReady();
        fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("before"), replyTo(replies));
        fixture.read(replies, 1);
        withoutSecondBroker(() -> {
            IntStream.range(0, 20)
                    .forEach(i -> fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("r" + i), replyTo(replies)));
            othersAreAnswered();
            fixture.read(fixture.results(LoopFixture.CALLBOT), 20);
            healthNames(loop, replies);
            requestsAreExactly(OTHERS + 21);
        });
        isWell(loop);
        fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("after"), replyTo(replies));
        fixture.read(replies, 2);
        requestsAreExactly(OTHERS + 22);
    }

    @Test
    void aReplyTopicThatIsDeleted() {
        String replies = replies(Map.of());
        KafkaLoop loop = fixture.startReady();
        fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("before"), replyTo(replies));
        fixture.read(replies, 1);
        fixture.cluster.delete(replies);
        fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("slow"), replyTo(replies));
        othersAreAnswered();
        fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
        requestsAreExactly(OTHERS + 2);
        assertThat(loop.health().live()).isTrue();
    }

    /** Created on these brokers, of which a record needs two in sync where there are two. */
    private void createAgain(String topic, Map<String, String> config, Integer... brokers) {
        fixture.cluster.delete(topic);
        fixture.cluster.brokers = List.of(brokers);
        fixture.cluster.create(List.of(topic), config);
    }

    private void withoutSecondBroker(Runnable meanwhile) {
        second.close();
        try {
            meanwhile.run();
        } finally {
            second = broker.startMember(2, data);
        }
    }

    @Test
    void aResultsTopicWithoutALeader() {
        String results = fixture.results(LoopFixture.CALLBOT);
        createAgain(results, Map.of(), 2);
        resultsWaitForTheSecondBroker(results);
    }

    @Test
    void aResultsTopicWithoutEnoughReplicas() {
        String results = fixture.results(LoopFixture.CALLBOT);
        createAgain(results, Map.of("min.insync.replicas", "2"), 1, 2);
        resultsWaitForTheSecondBroker(results);
    }

    /** A limit that nobody may read is met in a transaction, whose end then waits for the partition as well. */
    @Test
    void aResultsTopicWithoutEnoughReplicasThatMayNotBeDescribed() {
        String results = fixture.results(LoopFixture.CALLBOT);
        createAgain(results, Map.of("min.insync.replicas", "2"), 1, 2);
        acl(results, AclOperation.ALL, AclPermissionType.ALLOW);
        acl(results, AclOperation.DESCRIBE_CONFIGS, AclPermissionType.DENY);
        resultsWaitForTheSecondBroker(results);
    }

    private void resultsWaitForTheSecondBroker(String results) {
        KafkaLoop loop = fixture.startReady();
        fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("before"));
        fixture.read(results, 1);
        withoutSecondBroker(() -> {
            IntStream.range(0, 20).forEach(i -> fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("r" + i)));
            othersAreAnswered();
            healthSays(loop, results, "records that wait for it: 20");
            requestsAreExactly(OTHERS + 21);
        });
        assertThat(fixture.resultIds(LoopFixture.CALLBOT, 21)).doesNotHaveDuplicates();
        isWell(loop);
        requestsAreExactly(OTHERS + 21);
    }

    @Test
    void aResultsTopicThatMayNotBeWrittenToAnyMore() {
        KafkaLoop loop = fixture.startReady();
        String results = fixture.results(LoopFixture.CALLBOT);
        acl(results, AclOperation.ALL, AclPermissionType.ALLOW);
        AclBinding deny = acl(results, AclOperation.WRITE, AclPermissionType.DENY);
        IntStream.range(0, 20).forEach(i -> fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("r" + i)));
        othersAreAnswered();
        healthSays(loop, results, "give it WRITE");
        ClusterAdmin.await(
                fixture.cluster.admin.deleteAcls(List.of(deny.toFilter())).all());
        assertThat(fixture.resultIds(LoopFixture.CALLBOT, 20)).doesNotHaveDuplicates();
        isWell(loop);
        requestsAreExactly(OTHERS + 20);
    }

    @Test
    void aDeadLetterTopicThatTakesNothing() {
        createAgain(fixture.deadLetters(), Map.of(), 2);
        KafkaLoop loop = fixture.startReady();
        withoutSecondBroker(() -> {
            String junk = fixture.send(new ProducerRecord<>(
                    fixture.commands(LoopFixture.CALLBOT),
                    LoopFixture.bytes(LoopFixture.CALLBOT),
                    LoopFixture.bytes("junk")));
            String behind = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("behind"));
            othersAreAnswered();
            assertThat(fixture.resultIds(LoopFixture.CALLBOT, 1)).containsExactly(behind);
            healthNames(loop, fixture.deadLetters());
            assertThat(fixture.cluster.committedOf(junk)).isLessThanOrEqualTo(LoopFixture.offset(junk));
        });
        fixture.read(fixture.deadLetters(), 1);
        isWell(loop);
        requestsAreExactly(OTHERS + 1);
    }

    @Test
    void aResultsTopicThatIsDeleted() {
        KafkaLoop loop = fixture.startReady();
        String results = fixture.results(LoopFixture.CALLBOT);
        fixture.cluster.delete(results);
        IntStream.range(0, 20).forEach(i -> fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("r" + i)));
        othersAreAnswered();
        isWell(loop); // the service makes the topic again
        assertThat(fixture.resultIds(LoopFixture.CALLBOT, 20)).doesNotHaveDuplicates();
        requestsAreExactly(OTHERS + 20);
    }

    @Test
    void aStateTopicThatTakesNothing() {
        String limited = "callbot:limited";
        fixture.budgets.put(Account.parse(limited), Budget.parse("100/PT1M"));
        String state = fixture.settings().topics().ofVendor("callbot").state();
        createAgain(state, Map.of("cleanup.policy", "compact"), 2);
        KafkaLoop loop = fixture.startReady();
        withoutSecondBroker(() -> {
            fixture.send(limited, LoopFixture.lookup(limited, "x"));
            othersAreAnswered();
            healthNames(loop, state);
        });
        fixture.resultIds(limited, 1);
        isWell(loop);
        requestsAreExactly(OTHERS + 1);
    }

    @Test
    void aCommandTopicToWhichCommandsAreReroutedTakesNothing() {
        String commands = fixture.commands(LoopFixture.CALLBOT);
        for (int partition = 0; partition < LoopFixture.PARTITIONS; partition++) {
            fixture.send(new ProducerRecord<>(
                    commands,
                    partition,
                    LoopFixture.bytes(LoopFixture.CALLBOT),
                    LoopFixture.bytes(LoopFixture.lookup("x" + partition))));
        }
        acl(commands, AclOperation.ALL, AclPermissionType.ALLOW);
        AclBinding deny = acl(commands, AclOperation.WRITE, AclPermissionType.DENY);
        KafkaLoop loop = fixture.start();
        othersAreAnswered();
        healthSays(loop, commands, "records that wait for it: 2");
        ClusterAdmin.await(
                fixture.cluster.admin.deleteAcls(List.of(deny.toFilter())).all());
        assertThat(fixture.resultIds(LoopFixture.CALLBOT, 3)).doesNotHaveDuplicates();
        isWell(loop);
        requestsAreExactly(OTHERS + 3);
    }

    private AclBinding acl(String topic, AclOperation operation, AclPermissionType permission) {
        AclBinding acl = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:ANONYMOUS", "*", operation, permission));
        ClusterAdmin.await(fixture.cluster.admin.createAcls(List.of(acl)).all());
        return acl;
    }
}
