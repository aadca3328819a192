package io.callport.kafka.tool;

import io.callport.kafka.KafkaSettings;
import io.callport.kafka.topics.TopicDirectory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Asks a cluster whether the service can run on it. */
public final class KafkaCheck {
    private static final Duration PERIOD = Duration.ofMillis(100);

    private KafkaCheck() {}

    /**
     * Looks at the topics, and makes missing ones if the settings allow it.
     *
     * @param timeout how long to wait for the cluster
     * @return each problem in a sentence with its remedy; empty if the service can run
     */
    public static List<String> problems(KafkaSettings settings, Duration timeout) {
        try (TopicDirectory directory = TopicDirectory.start(settings)) {
            long until = System.nanoTime() + timeout.toNanos();
            while (!directory.reasons().isEmpty() && System.nanoTime() < until) {
                LockSupport.parkNanos(PERIOD.toNanos());
            }
            return directory.reasons();
        }
    }
}
