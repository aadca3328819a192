package io.callport.kafka.topics;

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
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidPartitionsException;
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
        TopicChanges changes = new TopicChanges();
        states.missing(view).forEach(family -> createState(family, view, creation, changes));
        states.tooSmall(view).forEach(family -> grow(family, view, changes));
        states.missing(view).forEach(family -> missing.remove(family.state()));
        createOthers(missing, creation, changes);
        return changes.problems();
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
            problems.add(forbidden(name) + (family == null ? "" : ": " + states.createCommand(family, view)));
        }
        states.tooSmall(view).forEach(family -> problems.add(states.tooSmallProblem(family, view)));
        return problems;
    }

    /** The problem of a missing topic that only somebody else creates. */
    static String forbidden(String name) {
        return "topic " + name
                + " does not exist or may not be seen, and topics.create is never; create it, or give the right to it";
    }

    /** The problems of state topics to which the service could not add partitions. Asks the cluster, and adds none. */
    List<String> growthProblems(TopicView view) {
        return states.tooSmall(view).stream()
                .filter(family ->
                        stateCreator.growthFailure(family.state(), view.partitions(family.commands())) != null)
                .map(family -> states.tooSmallProblem(family, view))
                .toList();
    }

    private void createState(VendorTopics family, TopicView view, Creation creation, TopicChanges changes) {
        Optional<Integer> partitions = view.exists(family.commands())
                ? Optional.of(view.partitions(family.commands()))
                : Optional.ofNullable(creation.partitions());
        KafkaException failure = stateCreator.create(family.state(), partitions, creation);
        changes.note(family.state(), failure, ": " + states.createCommand(family, view));
    }

    private void grow(VendorTopics family, TopicView view, TopicChanges changes) {
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
            changes.grown(family.state());
            return;
        }
        changes.failed(
                states.tooSmallProblem(family, view) + " (the service could not: " + ExceptionKind.of(failure) + ")");
    }

    private void createOthers(Set<String> names, Creation creation, TopicChanges changes) {
        changes.create(
                admin, names.stream().map(name -> newTopic(name, creation)).toList());
    }

    /**
     * A topic of commands is made so that its broker unpacks each batch, and refuses one that is too large unpacked.
     */
    private NewTopic newTopic(String name, Creation creation) {
        NewTopic topic = TopicChanges.topic(name, creation);
        return TopicCheck.commandTopics(settings).contains(name)
                ? topic.configs(Map.of(TopicConfig.COMPRESSION_TYPE_CONFIG, TopicReader.UNCOMPRESSED))
                : topic;
    }
}
