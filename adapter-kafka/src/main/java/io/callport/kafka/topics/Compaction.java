package io.callport.kafka.topics;

import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import java.util.ArrayList;
import java.util.List;

/** Where a compacted topic would lose what must not be lost. */
final class Compaction {
    private Compaction() {}

    static List<String> problems(TopicSettings settings, TopicView now) {
        List<String> problems = new ArrayList<>();
        settings.vendors().values().stream()
                .map(VendorTopics::commands)
                .filter(now::compacted)
                .forEach(topic -> problems.add(problem(topic, "commands could vanish unread")));
        if (now.compacted(settings.deadLetters())) {
            problems.add(problem(settings.deadLetters(), "it refuses records that came without a key"));
        }
        return problems;
    }

    private static String problem(String topic, String so) {
        return "topic " + topic + " is compacted, so " + so + "; set its cleanup.policy to delete";
    }
}
