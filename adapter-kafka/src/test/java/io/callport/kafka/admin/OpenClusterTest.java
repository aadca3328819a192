package io.callport.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checking a cluster that has no authorizer. */
class OpenClusterTest {
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
        assertThat(look(Creation.BROKER_DEFAULTS)).isEqualTo(Findings.NONE);
        assertThat(Given.await(admin.listTopics().names())).isEmpty();
        assertThat(Given.await(admin.listGroups().all())).isEmpty();
    }

    @Test
    void topicsThatNobodyMakesAreNamed() {
        Findings found = KafkaCheck.look(Given.settings(client(), null));
        assertThat(found.problems())
                .hasSize(3)
                .contains(
                        "topic callport.dead-letters does not exist or may not be seen, and topics.create is never; create it, or give the right to it");
        assertThat(found.warnings()).isEmpty();
    }

    @Test
    void commandsMayNotOutliveTheOffsetsOfAStoppedGroup() {
        create(Given.COMMANDS, Map.of(TopicConfig.RETENTION_MS_CONFIG, DAY));
        assertThat(look(Creation.BROKER_DEFAULTS)).isEqualTo(Findings.NONE);
        Given.await(admin.deleteTopics(Set.of(Given.COMMANDS)).all());
        Given.until("no topics", () -> Given.await(admin.listTopics().names()).isEmpty());
        create(Given.COMMANDS, Map.of(TopicConfig.RETENTION_MS_CONFIG, DAY + "0"));
        create(Given.RESULTS, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        assertThat(look(Creation.BROKER_DEFAULTS))
                .isEqualTo(new Findings(
                        List.of(),
                        List.of(
                                "topic callport.7moor.commands keeps commands for PT240H, but a group that was stopped for"
                                        + " PT24H loses its offsets: it would then start at the earliest command and answer old"
                                        + " ones again; lower the topic's retention.ms or raise the brokers'"
                                        + " offsets.retention.minutes")));
    }

    @Test
    void commandsThatAreKeptForEverOutliveThemToo() {
        create(Given.COMMANDS, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        assertThat(look(Creation.BROKER_DEFAULTS).warnings())
                .singleElement()
                .asString()
                .contains("keeps commands for ever");
    }

    @Test
    void oldTransactionsAreWarnedOf() {
        Given.await(admin.updateFeatures(
                        Map.of(
                                "transaction.version",
                                new FeatureUpdate((short) 1, FeatureUpdate.UpgradeType.SAFE_DOWNGRADE)),
                        new UpdateFeaturesOptions())
                .all());
        Findings found = look(Creation.BROKER_DEFAULTS);
        assertThat(found.problems()).isEmpty();
        assertThat(found.warnings()).singleElement().asString().contains("transaction.version is below 2");
    }

    @Test
    void compactionIsAProblem() {
        create(Given.COMMANDS, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact,delete"));
        assertThat(look(Creation.BROKER_DEFAULTS).problems())
                .containsExactly("topic callport.7moor.commands is compacted, so commands could vanish unread;"
                        + " set its cleanup.policy to delete");
    }

    @Test
    void aBrokerThatIsGoneIsOneProblem() {
        broker.close();
        assertThat(look(null).problems()).singleElement().asString().startsWith("Kafka does not answer: ");
    }

    private Findings look(@Nullable Creation create) {
        return KafkaCheck.look(Given.settings(client(), create));
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private void create(String topic, Map<String, String> config) {
        Given.await(admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty()).configs(config)))
                .all());
        Given.until("the topic", () -> Given.await(admin.listTopics().names()).contains(topic));
    }
}
