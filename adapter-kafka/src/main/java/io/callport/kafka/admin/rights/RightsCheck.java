package io.callport.kafka.admin.rights;

import io.callport.kafka.settings.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * The rights that the service lacks on a cluster, each in a sentence with the command that gives it.
 *
 * @param problems missing rights that the service needs
 * @param warnings missing rights that the service runs without
 * @param hiddenTopics the topics of which this user may not even know whether they exist
 */
public record RightsCheck(List<String> problems, List<String> warnings, Set<String> hiddenTopics) {
    public RightsCheck {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        hiddenTopics = Set.copyOf(hiddenTopics);
    }

    /**
     * Asks the cluster, blocking, and changes nothing. Where Kafka has no authorizer, no right is missing.
     *
     * @throws org.apache.kafka.common.KafkaException if the cluster does not answer
     */
    public static RightsCheck run(Admin admin, KafkaSettings settings) {
        AclProbe probe = new AclProbe(admin, settings.clients());
        if (probe.hasNoAuthorizer()) {
            return new RightsCheck(List.of(), List.of(), Set.of());
        }
        Set<String> names = new TreeSet<>(settings.allTopics());
        names.addAll(settings.topics().replies());
        TopicRights topics = TopicRights.ask(admin, names);
        RequiredRights required = new RequiredRights(settings);
        List<AccessRight> missing = new ArrayList<>(onTopics(required, topics));
        if (settings.topics().create() != null) {
            Set<String> refused = probe.topicsThatMayNotBeCreated(settings.allTopics());
            missing.addAll(toCreateTopics(required, topics, refused));
        }
        missing.addAll(onOthers(required, probe));
        AclCommand command = new AclCommand(
                String.valueOf(settings.clients().common().get("bootstrap.servers")),
                ConfiguredPrincipal.of(settings.clients()));
        return new RightsCheck(
                missing.stream()
                        .filter(right -> !right.optional())
                        .map(command::describe)
                        .toList(),
                Stream.concat(
                                missing.stream().filter(AccessRight::optional).map(command::describe),
                                unknown(topics).stream())
                        .toList(),
                topics.hidden());
    }

    private static List<AccessRight> onTopics(RequiredRights required, TopicRights topics) {
        return required.onTopics().stream()
                .map(right -> right.of(topics.missing(right)))
                .filter(right -> !right.names().isEmpty())
                .toList();
    }

    private static List<AccessRight> onOthers(RequiredRights required, AclProbe probe) {
        List<AccessRight> missing = new ArrayList<>();
        if (probe.groupIsForbidden()) {
            missing.add(required.onGroup());
        }
        if (probe.transactionalIdsAreForbidden()) {
            missing.add(required.onTransactionalIds());
        }
        if (probe.brokerConfigsAreForbidden()) {
            missing.add(required.onBrokers());
        }
        return missing;
    }

    private static List<AccessRight> toCreateTopics(RequiredRights required, TopicRights topics, Set<String> refused) {
        Set<String> absent = new TreeSet<>(refused);
        absent.retainAll(topics.absent());
        refused.removeAll(absent);
        return Stream.of(required.toCreateTopics(absent), required.toRecreateTopics(refused))
                .filter(right -> !right.names().isEmpty())
                .toList();
    }

    private static List<String> unknown(TopicRights topics) {
        return topics.absent().isEmpty()
                ? List.of()
                : List.of("the rights on topics that do not exist yet cannot be asked: "
                        + String.join(", ", topics.absent()) + "; check again once they do");
    }
}
