package io.callport.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateTopicsTest {
    private static final VendorTopics FAMILY = new VendorTopics("in", "out", "kept", "pushed");

    private final StateTopics states =
            new StateTopics(new TopicSettings(Map.of("7moor", FAMILY), "dead", CrossVendor.REFUSE, null), "a:9092");

    @Test
    void areTooSmallWithFewerPartitionsThanTheirCommands() {
        assertThat(states.tooSmall(view(2, 6, "compact"))).containsExactly(FAMILY);
        assertThat(states.tooSmall(view(6, 6, "compact"))).isEmpty();
        assertThat(states.tooSmall(view(7, 6, "compact"))).isEmpty();
        assertThat(states.tooSmall(view(2, 0, "compact"))).as("no commands").isEmpty();
        assertThat(states.tooSmall(view(0, 6, "compact"))).as("no state").isEmpty();
        assertThat(states.tooSmallProblem(FAMILY, view(1, 6, "compact")))
                .isEqualTo("topic kept has 1 partition, but in has 6, and each of these needs one for its state; add"
                        + " partitions: kafka-topics.sh --bootstrap-server a:9092 --alter --topic kept --partitions 6");
    }

    @Test
    void areToBeCompactedAndNothingElse() {
        assertThat(states.policyProblems(view(1, 1, "compact"))).isEmpty();
        assertThat(states.policyProblems(view(0, 1, "compact"))).isEmpty();
        assertThat(states.policyProblems(view(1, 1, "compact,delete")))
                .containsExactly("topic kept has the cleanup.policy compact,delete, so state could vanish; set it to"
                        + " compact: kafka-configs.sh --bootstrap-server a:9092 --alter --entity-type topics"
                        + " --entity-name kept --add-config cleanup.policy=compact");
        assertThat(states.unknownPolicies(view(1, 1, "delete"))).isEmpty();
        assertThat(states.policyProblems(view(1, 1, null))).isEmpty();
        assertThat(states.unknownPolicies(view(1, 1, null)))
                .containsExactly(
                        "topic kept has a cleanup.policy that may not be read, so state could vanish unseen; give"
                                + " DESCRIBE_CONFIGS on the topic");
    }

    @Test
    void areCreatedByHandAsTheServiceCreatesThem() {
        assertThat(states.missing(view(0, 6, "compact"))).containsExactly(FAMILY);
        assertThat(states.missing(view(1, 6, "compact"))).isEmpty();
        String config = " --config cleanup.policy=compact --config segment.bytes=16777216"
                + " --config max.compaction.lag.ms=600000 --config delete.retention.ms=300000"
                + " --config unclean.leader.election.enable=false";
        assertThat(states.createCommand(FAMILY, view(0, 6, "compact")))
                .isEqualTo("kafka-topics.sh --bootstrap-server a:9092 --create --topic kept --partitions 6" + config);
        assertThat(states.createCommand(FAMILY, TopicView.NONE))
                .isEqualTo("kafka-topics.sh --bootstrap-server a:9092 --create --topic kept" + config);
    }

    /** The topics of state and of commands; one without partitions does not exist. */
    private static TopicView view(int state, int commands, @Nullable String policy) {
        Map<String, TopicInfo> topics = new HashMap<>();
        if (state > 0) {
            topics.put("kept", new TopicInfo("id", state, 1, policy, false));
        }
        if (commands > 0) {
            topics.put("in", new TopicInfo("id", commands, 1, "delete", false));
        }
        return new TopicView(topics);
    }
}
