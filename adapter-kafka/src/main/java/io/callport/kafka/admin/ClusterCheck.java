package io.callport.kafka.admin;

import io.callport.kafka.admin.rights.RightsCheck;
import io.callport.kafka.client.ClusterFailure;
import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.topics.TopicCheck;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Whether the service can run on a cluster: its topics, the rights of the configured user, the retention of offsets,
 * and its name in the group. Each problem and warning is a sentence with its remedy.
 *
 * @param problems the faults that keep the service from running
 * @param warnings the faults with which the service runs, but should not for long
 */
public record ClusterCheck(List<String> problems, List<String> warnings) {
    public ClusterCheck {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /**
     * Checks the cluster once, and changes neither topics nor the group. Waits a few seconds for a cluster without
     * answer.
     */
    public static ClusterCheck run(KafkaSettings settings) {
        try (Admin admin = Admin.create(ClientProperties.ofAdmin(settings.clients()))) {
            RightsCheck rights = RightsCheck.run(admin, settings);
            TopicCheck topics = TopicCheck.run(admin, settings, rights.hiddenTopics());
            List<String> warnings = joined(rights.warnings(), topics.warnings());
            return new ClusterCheck(
                    joined(rights.problems(), topics.problems()),
                    joined(warnings, MemberCheck.warnings(admin, settings.clients())));
        } catch (KafkaException e) {
            return new ClusterCheck(List.of(ClusterFailure.describe(e)), List.of());
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
