package io.callport.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.catalog.Events;
import io.callport.event.UnmappedData;
import io.callport.event.VendorEvent;
import io.callport.kafka.KafkaEvents;
import io.callport.kafka.settings.EventSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.kafka.state.EventSinkListener;
import io.callport.query.VendorFields;
import io.callport.sandbox.broker.SecuredKafka;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The check of a cluster with an authorizer, by a user with some rights. */
class ClusterCheckRightsTest {
    private static final String USER = "callport";
    private static final String EVENTS = "callport.7moor.events";
    private static final String PASSWORD = "cp-password";

    private static SecuredKafka broker;
    private static Admin root;

    @BeforeAll
    static void start() {
        broker = SecuredKafka.start(Map.of("root", "root-password", USER, PASSWORD), "root", Map.of());
        root = Admin.create(broker.clientProperties("root"));
    }

    @AfterAll
    static void stop() {
        root.close();
        broker.close();
    }

    @AfterEach
    void clear() {
        CheckFixture.await(root.deleteAcls(List.of(AclBindingFilter.ANY)).all());
        CheckFixture.await(root.deleteTopics(topics()).all());
        CheckFixture.until("no rules", () -> rules().isEmpty());
        CheckFixture.until("no topics", () -> topics().isEmpty());
    }

    @Test
    void withoutAnyRightAllAreMissing() {
        createTopics();
        ClusterCheck found = check(null);
        assertThat(missing(found.problems()))
                .containsExactly(
                        "READ on topic callport.7moor.commands",
                        "WRITE on topic callport.7moor.commands",
                        "READ on topic callport.7moor.state",
                        "WRITE on topic callport.7moor.state",
                        "DESCRIBE_CONFIGS on topic callport.7moor.state",
                        "WRITE on topic callport.7moor.results",
                        "WRITE on topic callport.dead-letters",
                        "READ on group callport",
                        "WRITE on transactional ids that begin with callport-");
        assertThat(missing(found.warnings())).containsExactly("DESCRIBE_CONFIGS on the cluster");
        assertThat(found.problems()).allSatisfy(it -> assertThat(it).contains("--allow-principal User:callport "));
    }

    @Test
    void theLeastIsEnoughAndItsDefaultsAreReported() {
        createTopics();
        allowTheLeast();
        ClusterCheck found = check(null);
        assertThat(found.problems()).isEmpty();
        assertThat(missing(found.warnings()))
                .containsExactly(
                        "DESCRIBE_CONFIGS on topics callport.7moor.commands, callport.7moor.results, callport.dead-letters",
                        "DESCRIBE_CONFIGS on the cluster");
    }

    @Test
    void nothingIsSaidWithAllThatIsWished() {
        createTopics();
        allowTheLeast();
        allowConfigs();
        assertThat(check(null)).isEqualTo(new ClusterCheck(List.of(), List.of()));
    }

    @Test
    void topicsThatDoNotExistCannotBeMadeWithoutCreate() {
        allowTheLeast();
        allowConfigs();
        assertThat(missing(check(Creation.BROKER_DEFAULTS).problems()))
                .containsExactly(
                        "CREATE on topics callport.7moor.commands, callport.7moor.results, callport.7moor.state, callport.dead-letters");
        allow(ResourceType.CLUSTER, Resource.CLUSTER_NAME, AclOperation.CREATE);
        ClusterCheck found = check(Creation.BROKER_DEFAULTS);
        assertThat(found.problems()).isEmpty();
        assertThat(found.warnings())
                .containsExactly(
                        "the rights on topics that do not exist yet cannot be asked: callport.7moor.commands,"
                                + " callport.7moor.results, callport.7moor.state, callport.dead-letters; check again once they do");
        assertThat(topics()).as("it makes none").isEmpty();
    }

    @Test
    void topicsThatExistNeedNoCreateToday() {
        createTopics();
        allowTheLeast();
        allowConfigs();
        ClusterCheck found = check(Creation.BROKER_DEFAULTS);
        assertThat(found.problems()).isEmpty();
        assertThat(missing(found.warnings()))
                .containsExactly(
                        "ALTER on topic callport.7moor.state",
                        "CREATE on topics callport.7moor.commands, callport.7moor.results, callport.7moor.state, callport.dead-letters");
    }

    @Test
    void aStateTopicThatMayNotGrowIsAProblem() {
        createTopics();
        allowTheLeast();
        allowConfigs();
        CheckFixture.await(root.createPartitions(Map.of(CheckFixture.COMMANDS, NewPartitions.increaseTo(2)))
                .all());
        CheckFixture.until(
                "it is too small",
                () -> check(Creation.BROKER_DEFAULTS).problems().stream()
                        .anyMatch(it -> it.startsWith("topic callport.7moor.state has 1 partition, but")));
        allow(ResourceType.TOPIC, CheckFixture.STATE, AclOperation.ALTER);
        ClusterCheck found = check(Creation.BROKER_DEFAULTS);
        assertThat(found.problems()).isEmpty();
        assertThat(missing(found.warnings())).noneMatch(it -> it.startsWith("ALTER"));
    }

    @Test
    void topicsForRepliesMustBeWritable() {
        createTopics("shop.replies");
        allowTheLeast();
        assertThat(missing(ClusterCheck.run(CheckFixture.settings(broker.clientProperties(USER), null, "shop.replies"))
                        .problems()))
                .containsExactly("WRITE on topic shop.replies");
    }

    @Test
    void topicsOfEventsMustBeWritableWhereCallbacksAreReceivedAndThatIsEnough() {
        createTopics(EVENTS);
        allowTheLeast();
        assertThat(check(null).problems()).isEmpty();
        KafkaSettings receiving =
                CheckFixture.settings(broker.clientProperties(USER), null).with(EventSettings.of(Set.of("7moor")));
        assertThat(missing(ClusterCheck.run(receiving).problems())).containsExactly("WRITE on topic " + EVENTS);

        CheckFixture.await(root.deleteAcls(List.of(AclBindingFilter.ANY)).all());
        CheckFixture.until("no rules", () -> rules().isEmpty());
        allow(ResourceType.TOPIC, EVENTS, AclOperation.WRITE);
        assertThat(ClusterCheck.run(receiving).problems()).noneMatch(it -> it.contains(EVENTS));
        try (KafkaEvents events = KafkaEvents.start(receiving, EventSinkListener.NONE)) {
            CheckFixture.until("the topic", () -> events.health().ready());
            events.publish(new VendorEvent(
                            "0".repeat(32),
                            Events.TASK,
                            Account.parse("7moor:1"),
                            Instant.EPOCH,
                            null,
                            new UnmappedData(VendorFields.NONE)))
                    .join();
        }
    }

    @Test
    void missingTopicsOfEventsAreAProblemOnlyWhereCallbacksAreReceived() {
        createTopics();
        allowTheLeast();
        allowConfigs();
        KafkaSettings receiving =
                CheckFixture.settings(broker.clientProperties("root"), null).with(EventSettings.of(Set.of("7moor")));
        assertThat(check(null).problems()).isEmpty();
        assertThat(ClusterCheck.run(receiving).problems())
                .singleElement()
                .asString()
                .startsWith("topic " + EVENTS + " does not exist");
    }

    @Test
    void aWrongPasswordIsReportedAndNotPrinted() {
        Map<String, Object> client = new HashMap<>(broker.clientProperties(USER));
        client.put(
                "sasl.jaas.config",
                String.valueOf(client.get("sasl.jaas.config")).replace(PASSWORD, "wrong-pw-40c"));
        assertThat(ClusterCheck.run(CheckFixture.settings(client, null)))
                .isEqualTo(new ClusterCheck(
                        List.of("Kafka lets nobody in with these credentials: sasl authentication;"
                                + " check kafka.sasl.mechanism and the user and password of kafka.sasl.jaas.config"),
                        List.of()));
    }

    @Test
    void aCertificateThatIsNotTrustedIsReported() {
        Map<String, Object> client = new HashMap<>(broker.clientProperties(USER));
        client.keySet().removeIf(key -> key.startsWith("ssl.truststore"));
        assertThat(ClusterCheck.run(CheckFixture.settings(client, null)).problems())
                .singleElement()
                .asString()
                .startsWith("Kafka and this client do not trust each other: ");
    }

    private static ClusterCheck check(@Nullable Creation create) {
        return ClusterCheck.run(CheckFixture.settings(broker.clientProperties(USER), create));
    }

    private static List<String> missing(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.replaceFirst(" is missing, so .*", ""))
                .toList();
    }

    private static void createTopics(String... more) {
        List<String> names =
                new ArrayList<>(List.of(CheckFixture.COMMANDS, CheckFixture.RESULTS, CheckFixture.DEAD_LETTERS));
        names.addAll(List.of(more));
        List<NewTopic> topics = new ArrayList<>(
                names.stream().map(ClusterCheckRightsTest::topic).toList());
        names.add(CheckFixture.STATE);
        topics.add(new NewTopic(CheckFixture.STATE, 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
        CheckFixture.await(root.createTopics(topics).all());
        CheckFixture.until("the topics", () -> topics().containsAll(names));
    }

    private static NewTopic topic(String name) {
        NewTopic topic = new NewTopic(name, 1, (short) 1);
        return name.equals(CheckFixture.COMMANDS) ? topic.configs(Map.of("compression.type", "uncompressed")) : topic;
    }

    private static Set<String> topics() {
        return CheckFixture.await(root.listTopics().names());
    }

    /** The rules as the broker knows them. */
    private static Collection<AclBinding> rules() {
        return CheckFixture.await(root.describeAcls(AclBindingFilter.ANY).values());
    }

    private static void allowTheLeast() {
        allow(ResourceType.TOPIC, CheckFixture.COMMANDS, AclOperation.READ);
        allow(ResourceType.TOPIC, CheckFixture.COMMANDS, AclOperation.WRITE);
        allow(ResourceType.TOPIC, CheckFixture.STATE, AclOperation.READ);
        allow(ResourceType.TOPIC, CheckFixture.STATE, AclOperation.WRITE);
        allow(ResourceType.TOPIC, CheckFixture.STATE, AclOperation.DESCRIBE_CONFIGS);
        allow(ResourceType.TOPIC, CheckFixture.RESULTS, AclOperation.WRITE);
        allow(ResourceType.TOPIC, CheckFixture.DEAD_LETTERS, AclOperation.WRITE);
        allow(ResourceType.GROUP, "callport", AclOperation.READ);
        allow(ResourceType.TRANSACTIONAL_ID, "callport-", AclOperation.WRITE);
    }

    private static void allowConfigs() {
        for (String topic : List.of(CheckFixture.COMMANDS, CheckFixture.RESULTS, CheckFixture.DEAD_LETTERS)) {
            allow(ResourceType.TOPIC, topic, AclOperation.DESCRIBE_CONFIGS);
        }
        allow(ResourceType.CLUSTER, Resource.CLUSTER_NAME, AclOperation.DESCRIBE_CONFIGS);
    }

    private static void allow(ResourceType type, String name, AclOperation operation) {
        PatternType pattern = type == ResourceType.TRANSACTIONAL_ID ? PatternType.PREFIXED : PatternType.LITERAL;
        AclBinding rule = new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + USER, "*", operation, AclPermissionType.ALLOW));
        CheckFixture.await(root.createAcls(List.of(rule)).all());
        CheckFixture.until("the rule", () -> rules().contains(rule));
    }
}
