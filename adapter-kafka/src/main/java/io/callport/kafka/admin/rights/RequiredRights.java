package io.callport.kafka.admin.rights;

import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The rights that the service needs. Kafka gives DESCRIBE with READ and with WRITE, and a transactional producer needs
 * no IDEMPOTENT_WRITE, nor does the producer of events, which has WRITE on a topic: neither is listed here.
 */
record RequiredRights(KafkaSettings settings) {
    /** The rights on topics that exist. */
    List<AccessRight> onTopics() {
        TopicSettings topics = settings.topics();
        Set<String> commands = commands();
        Set<String> states = states();
        Set<String> messages = new TreeSet<>(settings.allTopics());
        messages.removeAll(states);
        messages.addAll(topics.replies());
        List<AccessRight> rights = new ArrayList<>();
        rights.add(topic(AclOperation.READ, commands, "commands cannot be read"));
        rights.add(topic(
                AclOperation.WRITE,
                commands,
                "commands that were published elsewhere cannot be brought to their home"));
        rights.add(topic(AclOperation.READ, states, "state cannot be read, and no partition begins without it"));
        rights.add(topic(AclOperation.WRITE, states, "state cannot be written, and nothing is published without it"));
        rights.add(topic(
                AclOperation.DESCRIBE_CONFIGS,
                states,
                "it cannot be seen whether their cleanup.policy keeps the state"));
        rights.add(topic(AclOperation.WRITE, names(VendorTopics::results), "results cannot be published"));
        rights.add(topic(
                AclOperation.WRITE,
                settings.eventTopics(),
                "events that vendors push cannot be published, and vendors must send them again"));
        rights.add(topic(
                AclOperation.WRITE, Set.of(topics.deadLetters()), "records that are no commands cannot be set aside"));
        rights.add(topic(
                AclOperation.WRITE, topics.replies(), "commands that want their results there do not get them there"));
        rights.add(AccessRight.optional(
                AclOperation.DESCRIBE_CONFIGS,
                ResourceType.TOPIC,
                messages,
                "Kafka's defaults of their max.message.bytes, cleanup.policy and retention.ms are assumed"));
        if (topics.create() != null) {
            rights.add(AccessRight.optional(
                    AclOperation.ALTER,
                    ResourceType.TOPIC,
                    states,
                    "they do not grow with the command topics (with topics.create: never, this is not needed)"));
        }
        return rights.stream().filter(right -> !right.names().isEmpty()).toList();
    }

    private Set<String> states() {
        return names(VendorTopics::state);
    }

    Set<String> commands() {
        return names(VendorTopics::commands);
    }

    AccessRight onGroup() {
        return AccessRight.required(
                AclOperation.READ,
                ResourceType.GROUP,
                Set.of(settings.clients().groupId()),
                "it can neither join the group nor commit what is done");
    }

    AccessRight onTransactionalIds() {
        return AccessRight.required(
                AclOperation.WRITE,
                ResourceType.TRANSACTIONAL_ID,
                Set.of(settings.clients().groupId() + "-"),
                "results and offsets cannot be published in one transaction");
    }

    AccessRight onBrokers() {
        return AccessRight.optional(
                AclOperation.DESCRIBE_CONFIGS,
                ResourceType.CLUSTER,
                Set.of(),
                "Kafka's default of offsets.retention.minutes is assumed, and new state topics may be replicated less than"
                        + " offsets are");
    }

    /** The right to create topics that are missing. */
    AccessRight toCreateTopics(Set<String> missing) {
        return topic(AclOperation.CREATE, missing, "what does not exist yet cannot be made");
    }

    /** The right to create topics again that exist now. */
    AccessRight toRecreateTopics(Set<String> present) {
        return AccessRight.optional(
                AclOperation.CREATE,
                ResourceType.TOPIC,
                present,
                "none of them could be made again (with topics.create: never, this is not needed)");
    }

    private static AccessRight topic(AclOperation operation, Set<String> names, String without) {
        return AccessRight.required(operation, ResourceType.TOPIC, names, without);
    }

    private Set<String> names(Function<VendorTopics, String> which) {
        return settings.topics().vendors().values().stream().map(which).collect(Collectors.toSet());
    }
}
