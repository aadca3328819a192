package io.callport.kafka.admin.rights;

import io.callport.kafka.admin.Findings;
import io.callport.kafka.settings.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * What the service may do on a cluster and what it lacks, as of one moment.
 *
 * @param findings each right that is missing: a problem if it is needed, else a warning
 * @param hidden the topics of which it may not even know whether they exist
 */
public record Rights(Findings findings, Set<String> hidden) {
    /** Copies the set. */
    public Rights {
        hidden = Set.copyOf(hidden);
    }

    /**
     * Asks, blocking, and changes nothing. Where Kafka has no authorizer, nothing is missing.
     *
     * @throws org.apache.kafka.common.KafkaException if the cluster does not answer
     */
    public static Rights ask(Admin admin, KafkaSettings settings) {
        Probes probes = new Probes(admin, settings.clients());
        if (probes.everythingIsAllowed()) {
            return new Rights(Findings.NONE, Set.of());
        }
        Set<String> names = new TreeSet<>(settings.topics().required());
        names.addAll(settings.topics().replies());
        TopicRights topics = TopicRights.ask(admin, names);
        NeededRights needed = new NeededRights(settings);
        List<Right> missing = new ArrayList<>(onTopics(needed, topics));
        if (settings.topics().create() != null) {
            Set<String> refused =
                    probes.topicsThatMayNotBeMade(settings.topics().required());
            missing.addAll(toMakeTopics(needed, topics, refused));
        }
        missing.addAll(onOthers(needed, probes));
        return new Rights(told(missing, settings).and(unknown(topics)), topics.hidden());
    }

    private static List<Right> onTopics(NeededRights needed, TopicRights topics) {
        return needed.onTopics().stream()
                .map(right -> right.of(topics.missing(right)))
                .filter(right -> !right.names().isEmpty())
                .toList();
    }

    private static List<Right> onOthers(NeededRights needed, Probes probes) {
        List<Right> missing = new ArrayList<>();
        if (probes.groupIsClosed()) {
            missing.add(needed.onGroup());
        }
        if (probes.transactionalIdsAreClosed()) {
            missing.add(needed.onTransactionalIds());
        }
        if (probes.brokersAreClosed()) {
            missing.add(needed.onBrokers());
        }
        return missing;
    }

    private static List<Right> toMakeTopics(NeededRights needed, TopicRights topics, Set<String> refused) {
        Set<String> absent = new TreeSet<>(refused);
        absent.retainAll(topics.absent());
        refused.removeAll(absent);
        return Stream.of(needed.toMakeTopics(absent), needed.toMakeTopicsAgain(refused))
                .filter(right -> !right.names().isEmpty())
                .toList();
    }

    private static Findings told(List<Right> missing, KafkaSettings settings) {
        Object servers = settings.clients().common().get("bootstrap.servers");
        Grant grant = new Grant(String.valueOf(servers), Principal.of(settings.clients()));
        return new Findings(
                missing.stream()
                        .filter(right -> !right.optional())
                        .map(grant::told)
                        .toList(),
                missing.stream().filter(Right::optional).map(grant::told).toList());
    }

    private static Findings unknown(TopicRights topics) {
        if (topics.absent().isEmpty()) {
            return Findings.NONE;
        }
        String names = String.join(", ", topics.absent());
        return new Findings(
                List.of(),
                List.of("the rights on topics that do not exist yet cannot be asked: " + names
                        + "; check again once they do"));
    }
}
