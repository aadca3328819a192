package io.callport.kafka.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last failure to publish on each topic, until an event is acknowledged there, or the failure is old. Thread-safe.
 */
final class PublishingFailures {
    /**
     * The time for which a failure counts. A load balancer sends nothing to an instance that is not ready, and so
     * nothing would be acknowledged: the instance must be tried again.
     */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Map<String, Failure> byTopic = new ConcurrentHashMap<>();

    private record Failure(String problem, long at) {}

    /**
     * Remembers a failure.
     *
     * @param problem the failure and its remedy, in a sentence
     * @param now the time on the monotonic clock
     */
    void failed(String topic, String problem, long now) {
        byTopic.put(topic, new Failure(problem, now));
    }

    void acknowledged(String topic) {
        if (!byTopic.isEmpty()) {
            byTopic.remove(topic);
        }
    }

    /** The failures that count, in sentences. */
    List<String> problems(long now) {
        return byTopic.values().stream()
                .filter(failure -> now - failure.at < KEPT.toNanos())
                .map(Failure::problem)
                .sorted()
                .distinct()
                .toList();
    }
}
