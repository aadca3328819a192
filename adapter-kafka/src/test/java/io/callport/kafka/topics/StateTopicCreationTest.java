package io.callport.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.admin.CheckFixture;
import io.callport.kafka.origin.OriginKeys;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** State topics on a broker: their creation, their growth and their supervision. */
class StateTopicCreationTest {
    private static final String OFFSETS = "__consumer_offsets";

    private EmbeddedKafka broker;
    private Admin admin;

    @BeforeEach
    void start() {
        RefusingPolicy.ASKED.clear();
        RefusingPolicy.REFUSED.clear();
        broker = EmbeddedKafka.start(
                0,
                Map.of(
                        "num.partitions", "3",
                        "offsets.topic.replication.factor", "2", // more than there are brokers
                        "create.topic.policy.class.name", RefusingPolicy.class.getName()));
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void areCreatedFirstWithTheBrokersPartitionsAndTheirOwnSettings() {
        try (TopicWatcher watcher = watcher(Creation.BROKER_DEFAULTS)) {
            untilReady(watcher);
            assertThat(watcher.view().partitions(CheckFixture.STATE)).isEqualTo(3);
            assertThat(watcher.view().partitions(CheckFixture.COMMANDS)).isEqualTo(3);
            assertThat(watcher.view().onlyCompacted(CheckFixture.STATE)).isTrue();
            assertThat(watcher.view().onlyCompacted(CheckFixture.COMMANDS)).isFalse();
            assertThat(watcher.view().id(CheckFixture.STATE))
                    .isEqualTo(CheckFixture.await(admin.describeTopics(Set.of(CheckFixture.STATE))
                                    .allTopicNames())
                            .get(CheckFixture.STATE)
                            .topicId()
                            .toString());
        }
        assertThat(RefusingPolicy.ASKED.get(0)).isEqualTo(CheckFixture.STATE);
        assertThat(RefusingPolicy.ASKED.lastIndexOf(CheckFixture.STATE))
                .isLessThan(RefusingPolicy.ASKED.indexOf(CheckFixture.COMMANDS));
        assertThat(own(CheckFixture.STATE))
                .containsExactlyInAnyOrder(
                        "cleanup.policy=compact",
                        "segment.bytes=16777216",
                        "max.compaction.lag.ms=600000",
                        "delete.retention.ms=300000",
                        "unclean.leader.election.enable=false");
        assertThat(own(CheckFixture.COMMANDS)).containsExactly("compression.type=uncompressed");
    }

    @Test
    void getAsManyPartitionsAsCommandsHave() {
        create(CheckFixture.COMMANDS, 5, Map.of());
        try (TopicWatcher watcher = watcher(new Creation(2, null))) {
            untilReady(watcher);
            assertThat(watcher.view().partitions(CheckFixture.STATE)).isEqualTo(5);
            assertThat(watcher.view().partitions(CheckFixture.RESULTS)).isEqualTo(2);
        }
    }

    @Test
    void getTheConfiguredPartitionsWhereCommandsGetThem() {
        try (TopicWatcher watcher = watcher(new Creation(2, (short) 1))) {
            untilReady(watcher);
            assertThat(watcher.view().partitions(CheckFixture.STATE)).isEqualTo(2);
            assertThat(watcher.view().partitions(CheckFixture.COMMANDS)).isEqualTo(2);
        }
    }

    @Test
    void doWithoutTheSettingsThatTheClusterRefuses() {
        RefusingPolicy.REFUSED.addAll(Set.of("segment.bytes", "delete.retention.ms"));
        try (TopicWatcher watcher = watcher(Creation.BROKER_DEFAULTS)) {
            untilReady(watcher);
        }
        assertThat(own(CheckFixture.STATE))
                .containsExactlyInAnyOrder(
                        "cleanup.policy=compact",
                        "max.compaction.lag.ms=600000",
                        "unclean.leader.election.enable=false");
    }

    @Test
    void doNotDoWithoutCompaction() {
        RefusingPolicy.REFUSED.add("cleanup.policy");
        try (TopicWatcher watcher = watcher(Creation.BROKER_DEFAULTS)) {
            untilReason(
                    watcher,
                    "topic callport.7moor.state does not exist and could not be created:"
                            + " policy violation; create it, or allow this: kafka-topics.sh ");
            assertThat(topics()).doesNotContain(CheckFixture.STATE);
        }
    }

    @Test
    void areInSyncAsTheOffsetsAre() {
        create(OFFSETS, 1, Map.of("min.insync.replicas", "1"));
        try (TopicWatcher watcher = watcher(Creation.BROKER_DEFAULTS)) {
            untilReady(watcher);
        }
        assertThat(own(CheckFixture.STATE)).contains("min.insync.replicas=1");
    }

    @Test
    void growWithTheirCommands() {
        try (TopicWatcher watcher = watcher(Creation.BROKER_DEFAULTS)) {
            untilReady(watcher);
            CheckFixture.await(admin.createPartitions(Map.of(CheckFixture.COMMANDS, NewPartitions.increaseTo(4)))
                    .all());
            CheckFixture.until(
                    "the state has as many",
                    () -> watcher.view().partitions(CheckFixture.STATE) == 4
                            && watcher.reasons().isEmpty());
        }
    }

    @Test
    void areAskedForWhereTheServiceMayNotCreateThem() {
        create(CheckFixture.COMMANDS, 2, Map.of());
        create(CheckFixture.RESULTS, 2, Map.of());
        create(CheckFixture.DEAD_LETTERS, 1, Map.of());
        try (TopicWatcher watcher = watcher(null)) {
            untilReason(
                    watcher,
                    "topic callport.7moor.state does not exist or may not be seen, and topics.create is never;"
                            + " create it, or give the right to it: kafka-topics.sh --bootstrap-server "
                            + broker.bootstrapServers()
                            + " --create --topic callport.7moor.state --partitions 2 --config"
                            + " cleanup.policy=compact ");
            create(CheckFixture.STATE, 1, Map.of("cleanup.policy", "compact,delete"));
            untilReason(watcher, "topic callport.7moor.state has 1 partition, but callport.7moor.commands has 2,");
            untilReason(watcher, "topic callport.7moor.state has the cleanup.policy compact,delete,");
            CheckFixture.await(admin.createPartitions(Map.of(CheckFixture.STATE, NewPartitions.increaseTo(2)))
                    .all());
            set(CheckFixture.STATE, "cleanup.policy", "compact");
            untilReady(watcher);
        }
    }

    @Test
    void areWatchedForTheirPolicy() {
        try (TopicWatcher watcher = watcher(Creation.BROKER_DEFAULTS)) {
            untilReady(watcher);
            set(CheckFixture.STATE, "cleanup.policy", "delete");
            untilReason(watcher, "topic callport.7moor.state has the cleanup.policy delete, so state could vanish");
        }
    }

    @Test
    void areWarnedOfWhereTheyAreLessSafeThanOffsets() {
        create(OFFSETS, 1, Map.of("min.insync.replicas", "1"));
        create(CheckFixture.STATE, 1, Map.of("cleanup.policy", "compact"));
        assertThat(warnings()).isEmpty();
        set(OFFSETS, "min.insync.replicas", "2");
        set(CheckFixture.STATE, "unclean.leader.election.enable", "true");
        assertThat(warnings())
                .containsExactly(
                        "topic callport.7moor.state has a lower min.insync.replicas than committed offsets; set it to 2",
                        "topic callport.7moor.state has unclean.leader.election.enable=true, so a failed broker could lose"
                                + " state unseen; set it to false");
    }

    @Test
    void areWarnedOfWhereTheyHaveFewerReplicasThanOffsetsGet() {
        create(CheckFixture.STATE, 1, Map.of("cleanup.policy", "compact"));
        assertThat(warnings())
                .containsExactly("topic callport.7moor.state has replication factor 1, but committed offsets have 2: a"
                        + " failed broker could lose the state and not the offsets; add replicas with"
                        + " kafka-reassign-partitions.sh");
    }

    private List<String> warnings() {
        return TopicCheck.run(
                        admin,
                        CheckFixture.settings(
                                Map.of("bootstrap.servers", broker.bootstrapServers()), Creation.BROKER_DEFAULTS),
                        Set.of())
                .warnings();
    }

    private TopicWatcher watcher(@Nullable Creation creation) {
        return TopicWatcher.start(
                CheckFixture.settings(Map.of("bootstrap.servers", broker.bootstrapServers()), creation),
                new OriginKeys(),
                Set::of);
    }

    private static void untilReady(TopicWatcher watcher) {
        CheckFixture.until(
                "the topics",
                () -> !watcher.view().equals(TopicView.NONE)
                        && watcher.reasons().isEmpty());
    }

    private static void untilReason(TopicWatcher watcher, String reason) {
        CheckFixture.until(reason, () -> watcher.reasons().stream().anyMatch(it -> it.startsWith(reason)));
    }

    private void create(String topic, int partitions, Map<String, String> config) {
        CheckFixture.await(admin.createTopics(
                        List.of(new NewTopic(topic, Optional.of(partitions), Optional.of((short) 1)).configs(config)))
                .all());
        CheckFixture.until("the topic", () -> topics().contains(topic) || topic.equals(OFFSETS));
    }

    private void set(String topic, String key, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        CheckFixture.await(
                admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all());
    }

    private Set<String> topics() {
        return CheckFixture.await(admin.listTopics().names());
    }

    /** The settings that are the topic's own. */
    private List<String> own(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = CheckFixture.await(
                        admin.describeConfigs(List.of(resource)).all())
                .get(resource);
        return config.entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .map(entry -> entry.name() + "=" + entry.value())
                .toList();
    }
}
