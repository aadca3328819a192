package io.callport.kafka.topics;

import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.VendorTopics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether commands outlive the offsets of a group that was stopped: it would answer them again. */
record Retention(TopicReader topics, BrokerReader brokers) {
    List<String> warnings(KafkaSettings settings) {
        Set<String> commands = settings.topics().vendors().values().stream()
                .map(VendorTopics::commands)
                .collect(Collectors.toSet());
        Optional<Duration> offsets = brokers.offsetsRetention();
        return offsets.map(kept -> topics.retention(commands).entrySet().stream()
                        .filter(topic -> topic.getValue() < 0 || topic.getValue() > kept.toMillis())
                        .map(topic -> warning(topic.getKey(), topic.getValue(), kept))
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    private static String warning(String topic, long millis, Duration offsets) {
        String kept = millis < 0 ? "for ever" : "for " + Duration.ofMillis(millis);
        return "topic " + topic + " keeps commands " + kept + ", but a group that was stopped for " + offsets
                + " loses its offsets: it would then start at the earliest command and answer old ones again; lower the"
                + " topic's retention.ms or raise the brokers' offsets.retention.minutes";
    }
}
