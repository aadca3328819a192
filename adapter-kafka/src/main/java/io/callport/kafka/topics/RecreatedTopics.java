package io.callport.kafka.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics that were deleted and recreated while this process ran, which Kafka itself does not report. One thread
 * calls {@link #compare}; any thread may ask for the warnings.
 */
final class RecreatedTopics {
    private static final Logger LOG = LoggerFactory.getLogger(RecreatedTopics.class);

    /** An operator who looks at the health page an hour later has the log. */
    private static final Duration WORTH_A_WARNING = Duration.ofHours(1);

    private volatile Map<String, Instant> seen = Map.of();

    /** Notices the topics of one view that have another id in the next one. */
    void compare(TopicView before, TopicView after, Instant at) {
        Map<String, Instant> all = new TreeMap<>(seen);
        all.values().removeIf(since -> !recent(since, at));
        before.topics().forEach((name, info) -> {
            if (after.exists(name) && !after.id(name).equals(info.id())) {
                all.put(name, at);
                LOG.atWarn().addKeyValue("topic", name).log("A topic was deleted and made again");
            }
        });
        seen = Map.copyOf(all);
    }

    /** The topics that were recreated within the last hour, as sentences. */
    List<String> warnings(Instant now) {
        return new TreeMap<>(seen)
                .entrySet().stream()
                        .filter(topic -> recent(topic.getValue(), now))
                        .map(topic -> "Topic " + topic.getKey() + " was deleted and made again, as was seen at "
                                + topic.getValue() + ": its records of before are gone; find out who deleted it")
                        .toList();
    }

    private static boolean recent(Instant since, Instant now) {
        return since.plus(WORTH_A_WARNING).isAfter(now);
    }
}
