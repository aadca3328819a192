package io.callport.kafka.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The topics of the service. Each has one use only.
 *
 * @param vendors the topics of each vendor family
 * @param deadLetters the topic of records that are no command
 * @param crossVendor whether a command may name an account of another vendor than that of its topic
 * @param create the creation of missing topics; {@code null} for never
 */
public record TopicSettings(
        Map<String, VendorTopics> vendors,
        String deadLetters,
        CrossVendor crossVendor,
        @Nullable Creation create) {
    /** The default topic of dead letters. */
    public static final String DEAD_LETTERS = "callport.dead-letters";

    /**
     * The creation of missing topics.
     *
     * @param partitions the number of partitions; {@code null} for the broker's default
     * @param replication the replication factor; {@code null} for the broker's default
     */
    public record Creation(
            @Nullable Integer partitions, @Nullable Short replication) {
        public static final Creation BROKER_DEFAULTS = new Creation(null, null);
    }

    public TopicSettings {
        vendors = Map.copyOf(vendors);
    }

    /**
     * The topics of a vendor family.
     *
     * @throws IllegalArgumentException if the family has no topics
     */
    public VendorTopics ofVendor(String vendor) {
        VendorTopics topics = vendors.get(vendor);
        if (topics == null) {
            throw new IllegalArgumentException("topics: vendor " + vendor + " has none");
        }
        return topics;
    }

    /**
     * The topics of the vendor family that has this command topic.
     *
     * @throws IllegalArgumentException if no family has it
     */
    public VendorTopics ofCommands(String commands) {
        return ofVendor(vendorOf(commands));
    }

    /**
     * The vendor family that has this command topic.
     *
     * @throws IllegalArgumentException if no family has it
     */
    public String vendorOf(String commands) {
        return vendors.entrySet().stream()
                .filter(family -> family.getValue().commands().equals(commands))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("topics: " + commands + " is no command topic"));
    }

    /** Whether a topic is the command topic of a family. */
    public boolean isCommands(String topic) {
        return vendors.values().stream().anyMatch(topics -> topics.commands().equals(topic));
    }

    /** The reply topics of all families, in alphabetical order. */
    public Set<String> replies() {
        Set<String> names = new TreeSet<>();
        vendors.values().forEach(topics -> names.addAll(topics.replies()));
        return names;
    }

    /** Whether a command on a topic may name an account of a vendor family. */
    public boolean allows(String commands, String vendor) {
        VendorTopics topics = vendors.get(vendor);
        return crossVendor == CrossVendor.ALLOW
                || topics == null
                || topics.commands().equals(commands);
    }

    /** The topics to which the service writes at any time: of results, of state and of dead letters. */
    public Set<String> written() {
        Set<String> names = required();
        vendors.values().forEach(topics -> names.remove(topics.commands()));
        return names;
    }

    /** Every topic that must exist before commands are read, in alphabetical order. */
    public Set<String> required() {
        Set<String> names = new TreeSet<>();
        vendors.values().forEach(topics -> {
            names.add(topics.commands());
            names.add(topics.results());
            names.add(topics.state());
        });
        names.add(deadLetters);
        return names;
    }
}
