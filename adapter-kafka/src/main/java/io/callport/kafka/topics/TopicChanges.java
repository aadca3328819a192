package io.callport.kafka.topics;

import io.callport.kafka.client.KafkaFutures;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.query.ExceptionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outcome of making topics: all that were made are one reason, so that a first start is one line in the log. One
 * thread owns it.
 */
final class TopicChanges {
    private static final Logger LOG = LoggerFactory.getLogger(TopicChanges.class);

    private final Set<String> created = new TreeSet<>();
    private final Set<String> grown = new TreeSet<>();
    private final List<String> failures = new ArrayList<>();

    /** A topic with the brokers' defaults where the settings name no number. */
    static NewTopic topic(String name, Creation creation) {
        return new NewTopic(
                name, Optional.ofNullable(creation.partitions()), Optional.ofNullable(creation.replication()));
    }

    /** Creates topics, blocking, and notes what came of each. */
    void create(Admin admin, Collection<NewTopic> topics) {
        admin.createTopics(topics).values().forEach((name, asked) -> note(name, KafkaFutures.failure(asked), ""));
    }

    /**
     * Notes what came of making a topic.
     *
     * @param failure the failure; {@code null} if the topic was made
     * @param command the command that makes the topic, as the rest of a sentence; empty for none
     */
    void note(String name, @Nullable KafkaException failure, String command) {
        if (failure == null) {
            LOG.atInfo().addKeyValue("topic", name).log("Created a topic");
        }
        if (failure == null || failure instanceof TopicExistsException) { // the latter: another instance was first
            created.add(name);
            return;
        }
        failures.add("topic " + name + " does not exist and could not be created: " + ExceptionKind.of(failure)
                + "; create it, or allow this" + command);
    }

    void grown(String name) {
        grown.add(name);
    }

    void failed(String problem) {
        failures.add(problem);
    }

    /** The problems that still keep the topics from being used, in words. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!created.isEmpty()) {
            problems.add("The topics were just created: " + String.join(", ", created));
        }
        if (!grown.isEmpty()) {
            problems.add("The state topics have just got more partitions: " + String.join(", ", grown));
        }
        problems.addAll(failures);
        return problems;
    }
}
