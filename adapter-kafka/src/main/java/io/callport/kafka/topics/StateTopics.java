package io.callport.kafka.topics;

import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The state topics of the vendor families: the faults that they may have, each with the command that ends the fault.
 *
 * @param settings the topics of the service
 * @param servers the bootstrap servers to which the commands connect
 */
record StateTopics(TopicSettings settings, String servers) {
    static StateTopics of(KafkaSettings settings) {
        Object servers = settings.clients().common().getOrDefault("bootstrap.servers", "nowhere");
        return new StateTopics(settings.topics(), servers.toString());
    }

    /** The families whose state topic does not exist. */
    List<VendorTopics> missing(TopicView view) {
        return families().filter(it -> !view.exists(it.state())).toList();
    }

    /** The state topics that exist. */
    List<String> existing(TopicView view) {
        return families().map(VendorTopics::state).filter(view::exists).toList();
    }

    /**
     * The families whose state topic has fewer partitions than their command topic, so that some commands have no
     * state.
     */
    List<VendorTopics> tooSmall(TopicView view) {
        return families()
                .filter(it -> view.exists(it.state()) && view.exists(it.commands()))
                .filter(it -> view.partitions(it.state()) < view.partitions(it.commands()))
                .toList();
    }

    /** Problems of state topics that are known to lose the last record of a key. */
    List<String> policyProblems(TopicView view) {
        return families()
                .map(VendorTopics::state)
                .filter(state -> view.exists(state) && !view.onlyCompacted(state))
                .filter(state -> !view.cleanupPolicy(state).isEmpty())
                .map(state -> policyProblem(state, view.cleanupPolicy(state)))
                .toList();
    }

    /** Problems of state topics whose cleanup policy may not be read. */
    List<String> unknownPolicies(TopicView view) {
        return families()
                .map(VendorTopics::state)
                .filter(state -> view.exists(state) && view.cleanupPolicy(state).isEmpty())
                .map(
                        state -> "topic " + state
                                + " has a cleanup.policy that may not be read, so state could vanish unseen; give DESCRIBE_CONFIGS on the topic")
                .toList();
    }

    /** The problem of a state topic that has too few partitions, and how it ends. */
    String tooSmallProblem(VendorTopics family, TopicView view) {
        int partitions = view.partitions(family.commands());
        return "topic " + family.state() + " has " + partitions(view.partitions(family.state())) + ", but "
                + family.commands() + " has " + partitions
                + ", and each of these needs one for its state; add partitions: "
                + growCommand(family.state(), partitions);
    }

    /** The command that creates a state topic as the service would create it. */
    String createCommand(VendorTopics family, TopicView view) {
        String partitions = view.exists(family.commands()) ? " --partitions " + view.partitions(family.commands()) : "";
        Stream<String> config = Stream.concat(
                Stream.of(TopicConfig.CLEANUP_POLICY_CONFIG + "=" + TopicConfig.CLEANUP_POLICY_COMPACT),
                StateTopicConfig.USUAL.entrySet().stream().map(Map.Entry::toString));
        return tool("kafka-topics.sh") + " --create --topic " + family.state() + partitions
                + config.map(entry -> " --config " + entry).collect(Collectors.joining());
    }

    private String growCommand(String state, int partitions) {
        return tool("kafka-topics.sh") + " --alter --topic " + state + " --partitions " + partitions;
    }

    private String policyProblem(String state, String policy) {
        return "topic " + state + " has the cleanup.policy " + policy + ", so state could vanish; set it to compact: "
                + tool("kafka-configs.sh") + " --alter --entity-type topics --entity-name " + state
                + " --add-config cleanup.policy=compact";
    }

    private String tool(String name) {
        return name + " --bootstrap-server " + servers;
    }

    private Stream<VendorTopics> families() {
        return settings.vendors().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    private static String partitions(int count) {
        return count == 1 ? "1 partition" : count + " partitions";
    }
}
