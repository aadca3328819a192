package io.callport.kafka.tool;

import io.callport.kafka.KafkaSettings;
import io.callport.kafka.topics.TopicDirectory;
import java.util.List;

/** Asks a cluster whether the service can run on it; changes nothing there. */
public final class KafkaCheck {
    private KafkaCheck() {}

    /**
     * Looks at the topics once; waits a few seconds for a cluster that does not answer.
     *
     * @return each problem in a sentence with its remedy; empty if the service can run
     */
    public static List<String> problems(KafkaSettings settings) {
        return TopicDirectory.look(settings);
    }
}
