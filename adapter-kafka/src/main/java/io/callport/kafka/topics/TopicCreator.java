package io.callport.kafka.topics;

import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.TopicSettings.Creation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates missing topics, if {@code topics.create} allows it. */
final class TopicCreator {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCreator.class);

    private final Admin admin;
    private final TopicSettings settings;

    TopicCreator(Admin admin, TopicSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /** Creates the topics. Returns, in words, the problems that still keep commands from being read. */
    List<String> create(Set<String> missing) {
        Creation creation = settings.create();
        if (creation == null) {
            return missing.stream()
                    .map(
                            name -> "topic " + name
                                    + " does not exist or may not be seen, and topics.create is never; create it, or give the right to it")
                    .toList();
        }
        List<NewTopic> topics = missing.stream()
                .map(name -> new NewTopic(
                        name, Optional.ofNullable(creation.partitions()), Optional.ofNullable(creation.replication())))
                .toList();
        List<String> problems = new ArrayList<>();
        Map<String, KafkaFuture<Void>> created = admin.createTopics(topics).values();
        created.forEach((name, future) -> problems.add(outcome(name, future)));
        return problems;
    }

    private static String outcome(String name, KafkaFuture<Void> future) {
        try {
            future.get();
            LOG.atInfo().addKeyValue("topic", name).log("Created a topic");
            return "topic " + name + " was just created";
        } catch (ExecutionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            if (why instanceof TopicExistsException) {
                return "topic " + name + " was just created by another instance";
            }
            return "topic " + name + " does not exist and could not be created: "
                    + why.getClass().getSimpleName() + "; create it, or allow this";
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
