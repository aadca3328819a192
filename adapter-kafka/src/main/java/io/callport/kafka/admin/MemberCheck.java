package io.callport.kafka.admin;

import io.callport.kafka.client.KafkaFutures;
import io.callport.kafka.settings.ClientSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Whether another instance has the configured name in the group: Kafka fences one of two. */
final class MemberCheck {
    private MemberCheck() {}

    /**
     * A warning if a member of the group has the configured {@code group.instance.id}; it may be this service, already
     * running.
     */
    static List<String> warnings(Admin admin, ClientSettings settings) {
        Object configured = settings.forConsumer().get(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        if (configured == null) {
            return List.of();
        }
        String name = configured.toString();
        Map<String, ConsumerGroupDescription> groups = KafkaFutures.valueUnless(
                failure -> true, // a group that is new, or that this user may not see: the check of rights says so
                admin.describeConsumerGroups(List.of(settings.groupId())).all());
        return groups == null
                ? List.of()
                : groups.values().stream()
                        .flatMap(group -> group.members().stream())
                        .filter(member -> member.groupInstanceId().equals(Optional.of(name)))
                        .map(member -> "an instance on " + member.host().replaceFirst("^/", "")
                                + " has the group.instance.id " + name
                                + " already; if that is not this instance, give each one"
                                + " its own (kafka.consumer.group.instance.id, as ${HOSTNAME}), or leave it out: of two with one"
                                + " name one ends")
                        .toList();
    }
}
