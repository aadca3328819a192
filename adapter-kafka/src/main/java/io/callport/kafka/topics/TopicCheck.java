package io.callport.kafka.topics;

import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/**
 * The problems and warnings of a cluster's topics, each in a sentence with its remedy.
 *
 * @param problems the faults that keep the service from running
 * @param warnings the faults with which the service runs, but should not for long
 */
public record TopicCheck(List<String> problems, List<String> warnings) {
    public TopicCheck {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /**
     * Checks the cluster, blocking, and changes no topic. A missing topic, or one with too few partitions, is no
     * problem if the service would correct it.
     *
     * @param hidden topics that this user may not see: they count neither as present nor as missing
     * @throws org.apache.kafka.common.KafkaException if the cluster does not answer
     */
    public static TopicCheck run(Admin admin, KafkaSettings settings, Set<String> hidden) {
        BrokerReader brokers = new BrokerReader(admin);
        TopicReader reader = new TopicReader(admin, settings.clients());
        TopicSettings topics = settings.topics();
        StateTopics states = StateTopics.of(settings);
        TopicView view = reader.read(settings.allTopics());
        List<String> problems = new ArrayList<>(policyProblems(states, view));
        TopicCreator creator = new TopicCreator(admin, brokers, states);
        if (topics.create() == null) {
            Set<String> missing = view.missing(settings.allTopics());
            missing.removeAll(hidden);
            problems.addAll(creator.forbidden(view, missing));
        } else {
            problems.addAll(creator.growthProblems(view));
        }
        problems.addAll(BrokerLimits.problems(brokers, settings.clients()));
        List<String> warnings = new ArrayList<>();
        if (!brokers.safeTransactions()) {
            warnings.add(BrokerReader.UNSAFE_TRANSACTIONS);
        }
        warnings.addAll(
                new StateTopicSafety(admin, new OffsetsTopicReader(admin, brokers)).warnings(states.existing(view)));
        warnings.addAll(compressedCommands(reader, topics));
        warnings.addAll(outlivingOffsets(reader, brokers, topics));
        return new TopicCheck(problems, warnings);
    }

    /** Problems of topics whose cleanup policy would lose records that must not be lost. */
    static List<String> policyProblems(StateTopics states, TopicView view) {
        TopicSettings settings = states.settings();
        List<String> problems = new ArrayList<>(states.policyProblems(view));
        commandTopics(settings).stream()
                .filter(view::compacted)
                .forEach(topic -> problems.add(compacted(topic, "commands could vanish unread")));
        if (view.compacted(settings.deadLetters())) {
            problems.add(compacted(settings.deadLetters(), "it refuses records that came without a key"));
        }
        return problems;
    }

    private static String compacted(String topic, String so) {
        return "topic " + topic + " is compacted, so " + so + "; set its cleanup.policy to delete";
    }

    /** Warnings of topics whose brokers pass on compressed batches: a small one may be too large for the memory. */
    static List<String> compressedCommands(TopicReader reader, TopicSettings settings) {
        return reader.compression(Set.copyOf(commandTopics(settings))).entrySet().stream()
                .map(topic -> "topic " + topic.getKey() + " has compression.type " + topic.getValue()
                        + ", so that a small record of a publisher may unpack to more than the service can hold; run"
                        + " kafka-configs.sh --alter --entity-type topics --entity-name " + topic.getKey()
                        + " --add-config compression.type=uncompressed")
                .toList();
    }

    /**
     * Warnings of commands that outlive the offsets of a stopped group: the group would answer these commands again.
     */
    private static List<String> outlivingOffsets(TopicReader reader, BrokerReader brokers, TopicSettings settings) {
        return brokers.offsetsRetention()
                .map(offsets -> reader.retention(Set.copyOf(commandTopics(settings))).entrySet().stream()
                        .filter(topic -> topic.getValue() < 0 || topic.getValue() > offsets.toMillis())
                        .map(topic -> outlivingOffsets(topic.getKey(), topic.getValue(), offsets))
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    private static String outlivingOffsets(String topic, long millis, Duration offsets) {
        String kept = millis < 0 ? "for ever" : "for " + Duration.ofMillis(millis);
        return "topic " + topic + " keeps commands " + kept + ", but a group that was stopped for " + offsets
                + " loses its offsets: it would then start at the earliest command and answer old ones again; lower the"
                + " topic's retention.ms or raise the brokers' offsets.retention.minutes";
    }

    static List<String> commandTopics(TopicSettings settings) {
        return settings.vendors().values().stream().map(VendorTopics::commands).toList();
    }
}
