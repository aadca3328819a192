package io.callport.kafka.settings;

import java.util.Set;

/**
 * The topics of one vendor family.
 *
 * @param commands the topic of its commands; the account is the key
 * @param results the topic of its results; the account is the key
 * @param state the topic of the group's state, compacted, with a partition for each partition of the commands
 * @param events the topic of the events that its vendor pushes; the account and the id that the event is about are the
 *     key. Used only where the vendor's callbacks are received
 * @param replies the topics that the {@code kafka_replyTopic} of a command on {@code commands} may name
 */
public record VendorTopics(String commands, String results, String state, String events, Set<String> replies) {
    public VendorTopics {
        replies = Set.copyOf(replies);
    }

    /** The topics of a vendor family without reply topics. */
    public VendorTopics(String commands, String results, String state, String events) {
        this(commands, results, state, events, Set.of());
    }

    /**
     * The default topics of a vendor family: {@code callport.7moor.commands}, {@code callport.7moor.results},
     * {@code callport.7moor.events} and, because state is bound to its group, {@code <group.id>.7moor.state}.
     */
    public static VendorTopics ofVendor(String vendor, String groupId) {
        String prefix = "callport." + vendor;
        return new VendorTopics(
                prefix + ".commands", prefix + ".results", groupId + "." + vendor + ".state", prefix + ".events");
    }
}
