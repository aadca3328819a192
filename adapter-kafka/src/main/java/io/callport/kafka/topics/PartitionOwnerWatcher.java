package io.callport.kafka.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches which member of the group has which partition, for people who look for an account: the host and the name of
 * the member. One thread asks, any thread reads what was found.
 */
final class PartitionOwnerWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionOwnerWatcher.class);

    private final Admin admin;
    private final String group;
    private @Nullable CompletableFuture<Map<String, ConsumerGroupDescription>> asked;
    private volatile Map<TopicPartition, String> owners = Map.of();

    PartitionOwnerWatcher(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /** Asks for the members of the group, unless an answer is still awaited. */
    void ask() {
        if (asked == null) {
            asked = admin.describeConsumerGroups(List.of(group))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture();
        }
    }

    /** Takes the answer, if it has come. */
    void advance() {
        if (asked == null || !asked.isDone()) {
            return;
        }
        if (asked.isCompletedExceptionally()) {
            LOG.atDebug().log("The members of the group cannot be read yet");
            owners = Map.of();
        } else {
            owners = owners(asked.join().values());
        }
        asked = null;
    }

    /** The owners as they were last seen, in words; none of a partition that nobody had. */
    Map<TopicPartition, String> owners() {
        return owners;
    }

    private static Map<TopicPartition, String> owners(Collection<ConsumerGroupDescription> groups) {
        Map<TopicPartition, String> owners = new HashMap<>();
        groups.stream().flatMap(described -> described.members().stream()).forEach(member -> {
            String name = member.groupInstanceId().orElse(member.consumerId());
            String owner = member.host().replaceFirst("^/", "") + " (" + name + ")";
            member.assignment().topicPartitions().forEach(partition -> owners.put(partition, owner));
        });
        return Map.copyOf(owners);
    }
}
