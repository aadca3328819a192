package io.callport.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check of a cluster without an authorizer. */
class ClusterCheckTest {
    private static final String DAY = String.valueOf(Duration.ofDays(1).toMillis());

    private EmbeddedKafka broker;
    private Admin admin;

    @BeforeEach
    void start() {
        broker = EmbeddedKafka.start(0, Map.of("offsets.retention.minutes", "1440"));
        admin = Admin.create(client());
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void anEmptyClusterIsAsItShouldBeAndStaysEmpty() {
        assertThat(check(Creation.BROKER_DEFAULTS)).isEqualTo(new ClusterCheck(List.of(), List.of()));
        assertThat(CheckFixture.await(admin.listTopics().names())).isEmpty();
        assertThat(CheckFixture.await(admin.listGroups().all())).isEmpty();
    }

    @Test
    void topicsThatNobodyMakesAreNamed() {
        ClusterCheck found = ClusterCheck.run(CheckFixture.settings(client(), null));
        assertThat(found.problems())
                .hasSize(4)
                .contains(
                        "topic callport.dead-letters does not exist or may not be seen, and topics.create is never; create it, or give the right to it");
        assertThat(found.warnings()).isEmpty();
    }

    @Test
    void timeoutsBeyondTheBrokersBoundsAreNamed() {
        assertThat(checkWith("transaction.timeout.ms", "3600000").problems())
                .containsExactly(
                        "transaction.timeout.ms is 3600000, but the brokers' transaction.max.timeout.ms is 900000,"
                                + " so no transaction can begin; lower the first or raise the second");
        assertThat(checkWith("session.timeout.ms", "5000").problems())
                .containsExactly(
                        "session.timeout.ms is 5000, but the brokers' group.min.session.timeout.ms is 6000, so the"
                                + " group cannot be joined; raise session.timeout.ms");
        assertThat(checkWith("session.timeout.ms", "1800001").problems())
                .singleElement()
                .asString()
                .contains("group.max.session.timeout.ms is 1800000", "lower session.timeout.ms");
        assertThat(checkWith("transaction.timeout.ms", "900000").problems()).isEmpty();
        assertThat(checkWith("group.protocol", "consumer").problems()).isEmpty();
    }

    private ClusterCheck checkWith(String property, String value) {
        Map<String, Object> properties = new HashMap<>(client());
        properties.put(property, value);
        return ClusterCheck.run(CheckFixture.settings(properties, Creation.BROKER_DEFAULTS));
    }

    @Test
    void commandsMayNotOutliveTheOffsetsOfAStoppedGroup() {
        create(CheckFixture.COMMANDS, Map.of(TopicConfig.RETENTION_MS_CONFIG, DAY));
        assertThat(check(Creation.BROKER_DEFAULTS)).isEqualTo(new ClusterCheck(List.of(), List.of()));
        CheckFixture.await(admin.deleteTopics(Set.of(CheckFixture.COMMANDS)).all());
        CheckFixture.until(
                "no topics",
                () -> CheckFixture.await(admin.listTopics().names()).isEmpty());
        create(CheckFixture.COMMANDS, Map.of(TopicConfig.RETENTION_MS_CONFIG, DAY + "0"));
        create(CheckFixture.RESULTS, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        assertThat(check(Creation.BROKER_DEFAULTS))
                .isEqualTo(new ClusterCheck(
                        List.of(),
                        List.of(
                                "topic callport.7moor.commands keeps commands for PT240H, but a group that was stopped for"
                                        + " PT24H loses its offsets: it would then start at the earliest command and answer old"
                                        + " ones again; lower the topic's retention.ms or raise the brokers'"
                                        + " offsets.retention.minutes")));
    }

    @Test
    void commandsThatAreKeptForEverOutliveThemToo() {
        create(CheckFixture.COMMANDS, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        assertThat(check(Creation.BROKER_DEFAULTS).warnings())
                .singleElement()
                .asString()
                .contains("keeps commands for ever");
    }

    @Test
    void commandsThatTheBrokerLeavesCompressedAreWarnedOf() {
        create(
                CheckFixture.COMMANDS,
                Map.of(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer", TopicConfig.RETENTION_MS_CONFIG, DAY));
        assertThat(check(Creation.BROKER_DEFAULTS).warnings())
                .singleElement()
                .asString()
                .startsWith("topic callport.7moor.commands has compression.type producer, so that a small record")
                .endsWith("--add-config compression.type=uncompressed");
    }

    @Test
    void oldTransactionsAreWarnedOf() {
        CheckFixture.await(admin.updateFeatures(
                        Map.of(
                                "transaction.version",
                                new FeatureUpdate((short) 1, FeatureUpdate.UpgradeType.SAFE_DOWNGRADE)),
                        new UpdateFeaturesOptions())
                .all());
        ClusterCheck found = check(Creation.BROKER_DEFAULTS);
        assertThat(found.problems()).isEmpty();
        assertThat(found.warnings()).singleElement().asString().contains("transaction.version is below 2");
    }

    @Test
    void anotherInstanceOfTheConfiguredNameIsWarnedOf() {
        create(CheckFixture.COMMANDS, Map.of(TopicConfig.RETENTION_MS_CONFIG, DAY));
        Map<String, Object> named = new HashMap<>(client());
        named.put("group.instance.id", "one");
        assertThat(ClusterCheck.run(CheckFixture.settings(named, Creation.BROKER_DEFAULTS))
                        .warnings())
                .isEmpty();
        try (KafkaConsumer<byte[], byte[]> other = member("one")) {
            CheckFixture.until("a member", () -> {
                other.poll(Duration.ofMillis(100));
                return !other.assignment().isEmpty();
            });
            assertThat(ClusterCheck.run(CheckFixture.settings(named, Creation.BROKER_DEFAULTS))
                            .warnings())
                    .singleElement()
                    .asString()
                    .startsWith("an instance on 127.0.0.1 has the group.instance.id one already;");
            named.put("group.instance.id", "two");
            assertThat(ClusterCheck.run(CheckFixture.settings(named, Creation.BROKER_DEFAULTS))
                            .warnings())
                    .isEmpty();
        }
    }

    private KafkaConsumer<byte[], byte[]> member(String name) {
        Map<String, Object> properties = new HashMap<>(client());
        properties.put("group.id", "callport");
        properties.put("group.instance.id", name);
        KafkaConsumer<byte[], byte[]> member =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        member.subscribe(List.of(CheckFixture.COMMANDS));
        return member;
    }

    @Test
    void compactionIsAProblem() {
        create(CheckFixture.COMMANDS, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact,delete"));
        assertThat(check(Creation.BROKER_DEFAULTS).problems())
                .containsExactly("topic callport.7moor.commands is compacted, so commands could vanish unread;"
                        + " set its cleanup.policy to delete");
    }

    @Test
    void aStateTopicIsToBeCompactedAndNothingElse() {
        create(CheckFixture.STATE, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact,delete"));
        assertThat(check(Creation.BROKER_DEFAULTS).problems())
                .singleElement()
                .asString()
                .startsWith("topic callport.7moor.state has the cleanup.policy compact,delete, so state could vanish;");
    }

    @Test
    void aStateTopicThatNobodyGrowsIsAProblem() {
        create(CheckFixture.STATE, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact"));
        create(CheckFixture.COMMANDS, Map.of());
        CheckFixture.await(admin.createPartitions(Map.of(CheckFixture.COMMANDS, NewPartitions.increaseTo(2)))
                .all());
        CheckFixture.until(
                "the partitions",
                () -> check(null).problems().stream()
                        .anyMatch(it -> it.startsWith("topic callport.7moor.state has 1 partition,")));
        assertThat(check(Creation.BROKER_DEFAULTS).problems()).isEmpty();
    }

    @Test
    void aBrokerThatIsGoneIsOneProblem() {
        broker.close();
        assertThat(check(null).problems()).singleElement().asString().startsWith("Kafka does not answer: ");
    }

    private ClusterCheck check(@Nullable Creation create) {
        return ClusterCheck.run(CheckFixture.settings(client(), create));
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private void create(String topic, Map<String, String> more) {
        Map<String, String> config = new HashMap<>(Map.of(TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed"));
        config.putAll(more);
        CheckFixture.await(
                admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty()).configs(config)))
                        .all());
        CheckFixture.until(
                "the topic",
                () -> CheckFixture.await(admin.listTopics().names()).contains(topic));
    }
}
