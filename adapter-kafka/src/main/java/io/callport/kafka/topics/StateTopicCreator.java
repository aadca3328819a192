package io.callport.kafka.topics;

import io.callport.kafka.client.KafkaFutures;
import io.callport.kafka.settings.TopicSettings.Creation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreatePartitionsOptions;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates state topics, as safe as the offsets to which they belong, and adds partitions to them. Blocking. */
final class StateTopicCreator {
    private static final Logger LOG = LoggerFactory.getLogger(StateTopicCreator.class);

    private final Admin admin;
    private final BrokerReader brokers;
    private final OffsetsTopicReader offsets;

    StateTopicCreator(Admin admin, BrokerReader brokers) {
        this.admin = admin;
        this.brokers = brokers;
        this.offsets = new OffsetsTopicReader(admin, brokers);
    }

    /**
     * Creates a state topic. A cluster that refuses one of its settings gets the topic without that setting.
     *
     * @param partitions the number of its partitions; empty for the broker's default
     * @return the reason why the topic was not created; {@code null} if it was
     */
    @Nullable
    KafkaException create(String name, Optional<Integer> partitions, Creation creation) {
        StateTopicConfig wanted = wanted(creation);
        KafkaException failure = ask(wanted.topic(name, partitions), false);
        return refused(failure)
                ? createWithLess(name, partitions, wanted, Optional.ofNullable(creation.replication()))
                : failure;
    }

    /** Adds partitions to a state topic. Returns the reason why this failed; {@code null} if the topic has them. */
    @Nullable
    KafkaException grow(String name, int partitions) {
        return grow(name, partitions, false);
    }

    /** The reason why partitions could not be added, which are not; {@code null} if they could. */
    @Nullable
    KafkaException growthFailure(String name, int partitions) {
        return grow(name, partitions, true);
    }

    private @Nullable KafkaException grow(String name, int partitions, boolean onlyValidate) {
        CreatePartitionsOptions options = new CreatePartitionsOptions().validateOnly(onlyValidate);
        Map<String, NewPartitions> wanted = Map.of(name, NewPartitions.increaseTo(partitions));
        return KafkaFutures.failure(admin.createPartitions(wanted, options).all());
    }

    /** The usual settings, and no less replication than that of the group's offsets, as far as this may be read. */
    private StateTopicConfig wanted(Creation creation) {
        StateTopicConfig usual = new StateTopicConfig(replication(creation), StateTopicConfig.USUAL);
        Integer inSync = offsets.ownMinInSyncReplicas();
        return inSync == null ? usual : usual.with(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(inSync));
    }

    private Optional<Short> replication(Creation creation) {
        Integer least = offsets.replication();
        Short configured = creation.replication();
        if (least == null) {
            return Optional.ofNullable(configured);
        }
        int otherwise = configured == null ? brokers.defaultReplication() : configured;
        return Optional.of((short) Math.max(least, otherwise)); // a factor is never above Short.MAX_VALUE
    }

    /** Creates the topic without the settings that the cluster refuses, for which it asks one after the other. */
    private @Nullable KafkaException createWithLess(
            String name, Optional<Integer> partitions, StateTopicConfig wanted, Optional<Short> leastReplication) {
        StateTopicConfig accepted = new StateTopicConfig(wanted.replication(), Map.of());
        KafkaException replication = ask(accepted.topic(name, partitions), true);
        if (refused(replication)) {
            accepted = new StateTopicConfig(leastReplication, Map.of());
            KafkaException compaction = ask(accepted.topic(name, partitions), true);
            if (refused(compaction)) {
                return compaction;
            }
            warn(
                    name,
                    "replication factor "
                            + wanted.replication().map(String::valueOf).orElse(""),
                    replication);
        }
        for (Map.Entry<String, String> entry : wanted.config().entrySet()) {
            StateTopicConfig more = accepted.with(entry.getKey(), entry.getValue());
            KafkaException failure = ask(more.topic(name, partitions), true);
            if (refused(failure)) {
                warn(name, entry.toString(), failure);
            } else {
                accepted = more;
            }
        }
        return ask(accepted.topic(name, partitions), false);
    }

    private @Nullable KafkaException ask(NewTopic topic, boolean onlyValidate) {
        CreateTopicsOptions options = new CreateTopicsOptions().validateOnly(onlyValidate);
        return KafkaFutures.failure(admin.createTopics(List.of(topic), options).all());
    }

    private static boolean refused(@Nullable KafkaException failure) {
        return Stream.of(
                        InvalidConfigurationException.class,
                        InvalidReplicationFactorException.class,
                        PolicyViolationException.class)
                .anyMatch(it -> it.isInstance(failure));
    }

    private static void warn(String name, String setting, @Nullable KafkaException why) {
        LOG.atWarn()
                .addKeyValue("topic", name)
                .addKeyValue("setting", setting)
                .addKeyValue("detail", why == null ? "" : why.getMessage())
                .log("The cluster refuses a setting of a state topic, which is created without it");
    }
}
