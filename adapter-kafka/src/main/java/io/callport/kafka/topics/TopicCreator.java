package io.callport.kafka.topics;

import io.callport.kafka.client.KafkaFutures;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.kafka.settings.VendorTopics;
import io.callport.query.ExceptionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates missing topics and adds partitions to state topics, if {@code topics.create} allows it. */
final class TopicCreator {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCreator.class);

    private final Admin admin;
    private final TopicSettings settings;
    private final StateTopics states;
    private final StateTopicCreator stateCreator;

    TopicCreator(Admin admin, BrokerReader brokers, StateTopics states) {
        this.admin = admin;
        this.settings = states.settings();
        this.states = states;
        this.stateCreator = new StateTopicCreator(admin, brokers);
    }

    /**
     * Creates missing topics, state topics first, and gives each state topic as many partitions as its commands have.
     * Returns, in words, the problems that still keep commands from being read.
     */
    List<String> complete(TopicView view) {
        Creation creation = settings.create();
        Set<String> missing = view.missing(settings.required());
        if (creation == null) {
            return forbidden(view, missing);
        }
        Changes changes = new Changes(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
        states.missing(view).forEach(family -> createState(family, view, creation, changes));
        states.tooSmall(view).forEach(family -> grow(family, view, changes));
        states.missing(view).forEach(family -> missing.remove(family.state()));
        createOthers(missing, creation, changes);
        return changes.problems();
    }

    /**
     * The outcome of making topics: all that were made are one reason, so that a first start is one line in the log.
     */
    private record Changes(Set<String> created, Set<String> grown, List<String> failures) {
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

    /**
     * The problems that end only when somebody else creates topics or partitions.
     *
     * @param missing the topics that are missing
     */
    List<String> forbidden(TopicView view, Set<String> missing) {
        Map<String, VendorTopics> families =
                states.missing(view).stream().collect(Collectors.toMap(VendorTopics::state, Function.identity()));
        List<String> problems = new ArrayList<>();
        for (String name : new TreeSet<>(missing)) {
            VendorTopics family = families.get(name);
            problems.add("topic " + name
                    + " does not exist or may not be seen, and topics.create is never; create it, or give the right to it"
                    + (family == null ? "" : ": " + states.createCommand(family, view)));
        }
        states.tooSmall(view).forEach(family -> problems.add(states.tooSmallProblem(family, view)));
        return problems;
    }

    /** The problems of state topics to which the service could not add partitions. Asks the cluster, and adds none. */
    List<String> growthProblems(TopicView view) {
        return states.tooSmall(view).stream()
                .filter(family ->
                        stateCreator.growthFailure(family.state(), view.partitions(family.commands())) != null)
                .map(family -> states.tooSmallProblem(family, view))
                .toList();
    }

    private void createState(VendorTopics family, TopicView view, Creation creation, Changes changes) {
        Optional<Integer> partitions = view.exists(family.commands())
                ? Optional.of(view.partitions(family.commands()))
                : Optional.ofNullable(creation.partitions());
        KafkaException failure = stateCreator.create(family.state(), partitions, creation);
        note(family.state(), failure, ": " + states.createCommand(family, view), changes);
    }

    private void grow(VendorTopics family, TopicView view, Changes changes) {
        int partitions = view.partitions(family.commands());
        KafkaException failure = stateCreator.grow(family.state(), partitions);
        if (failure == null) {
            LOG.atInfo()
                    .addKeyValue("topic", family.state())
                    .addKeyValue("partitions", partitions)
                    .log("Added partitions to a state topic");
        }
        if (failure == null
                || failure instanceof InvalidPartitionsException) { // the latter: another instance was first
            changes.grown.add(family.state());
            return;
        }
        changes.failures.add(
                states.tooSmallProblem(family, view) + " (the service could not: " + ExceptionKind.of(failure) + ")");
    }

    private void createOthers(Set<String> names, Creation creation, Changes changes) {
        List<NewTopic> topics =
                names.stream().map(name -> newTopic(name, creation)).toList();
        Map<String, KafkaFuture<Void>> created = admin.createTopics(topics).values();
        created.forEach((name, asked) -> note(name, KafkaFutures.failure(asked), "", changes));
    }

    /**
     * A topic of commands is made so that its broker unpacks each batch, and refuses one that is too large unpacked.
     */
    private NewTopic newTopic(String name, Creation creation) {
        NewTopic topic = new NewTopic(
                name, Optional.ofNullable(creation.partitions()), Optional.ofNullable(creation.replication()));
        return TopicCheck.commandTopics(settings).contains(name)
                ? topic.configs(Map.of(TopicConfig.COMPRESSION_TYPE_CONFIG, TopicReader.UNCOMPRESSED))
                : topic;
    }

    private static void note(String name, @Nullable KafkaException failure, String command, Changes changes) {
        if (failure == null) {
            LOG.atInfo().addKeyValue("topic", name).log("Created a topic");
        }
        if (failure == null || failure instanceof TopicExistsException) { // the latter: another instance was first
            changes.created.add(name);
            return;
        }
        changes.failures.add("topic " + name + " does not exist and could not be created: " + ExceptionKind.of(failure)
                + "; create it, or allow this" + command);
    }
}
