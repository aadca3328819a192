package io.callport.config.file;

import io.callport.config.schema.Key;
import io.callport.config.schema.ListKey;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SchemaEntry;
import io.callport.config.schema.SectionKey;
import io.callport.config.schema.ValueFormat;
import io.callport.config.yaml.Section;
import io.callport.http.settings.VendorProfile;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.kafka.settings.VendorTopics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code topics}. */
final class TopicsReader {
    private static final Key<String> DEAD_LETTERS = Key.with(
            "dead-letters", ValueFormats.TOPIC, TopicSettings.DEAD_LETTERS, "Where records go that are no command.");
    private static final Key<CrossVendor> CROSS_VENDOR = Key.with(
            "cross-vendor",
            ValueFormats.choice(Map.of("allow", CrossVendor.ALLOW, "refuse", CrossVendor.REFUSE)),
            "refuse",
            "`refuse`: a command for another vendor's account than its topic's is refused, so that rights on topics are rights on"
                    + " accounts; `allow`: it is brought to its account.");
    private static final String REPLIES = "replies";
    private static final Map<String, String> REMOVED = Map.of(
            REPLIES,
            "is listed for each vendor's commands now; list it under the vendors whose commands may name it, as in 7moor:"
                    + " {replies: [shop.replies]}");
    private static final Key<String> NEVER = Key.optional(
            "create",
            ValueFormat.of("never or {partitions: 6, replication: 3}", TopicsReader::never),
            "topics that do not exist are made",
            "never",
            "`never`: topics that do not exist are not made, and keep the service from being ready.");
    private static final Key<Integer> PARTITIONS = Key.optional(
            "partitions", ValueFormats.number(1, 100_000), "the broker's default", "6", "The number of partitions.");
    private static final Key<Integer> REPLICATION = Key.optional(
            "replication",
            ValueFormats.number(1, Short.MAX_VALUE),
            "the broker's default",
            "3",
            "The replication factor.");
    private static final SectionKey CREATE = new SectionKey(
            "create",
            "The settings of topics that are made because they do not exist; `create: never` if none shall be made.",
            Schema.of(PARTITIONS, REPLICATION));
    static final SectionKey TOPICS = new SectionKey("topics", "The topics; each has one use only.", schema());

    private final Section section;
    private final String groupId;
    private final Map<String, String> uses = new HashMap<>();

    /** @param groupId the consumer group, which names the default topics of its state */
    TopicsReader(Section section, String groupId) {
        this.section = section;
        this.groupId = groupId;
    }

    TopicSettings read() {
        Map<String, VendorTopics> vendors = new HashMap<>();
        for (String vendor : VendorProfile.vendors()) {
            vendors.put(vendor, vendor(vendor));
        }
        String deadLetters = section.get(DEAD_LETTERS);
        use(section, DEAD_LETTERS, deadLetters);
        vendors.forEach((vendor, read) -> read.replies().forEach(topic -> noOtherUse(vendor, topic)));
        return new TopicSettings(vendors, deadLetters, section.get(CROSS_VENDOR), creation());
    }

    private static Schema schema() {
        List<SchemaEntry> entries = new ArrayList<>();
        VendorProfile.vendors().forEach(vendor -> entries.add(group(vendor)));
        entries.addAll(List.of(DEAD_LETTERS, CROSS_VENDOR, NEVER, CREATE));
        return new Schema(entries, REMOVED);
    }

    private static SectionKey group(String vendor) {
        return new SectionKey(
                vendor,
                "The topics of " + vendor + ".",
                Schema.of(commands(vendor), results(vendor), state(vendor), events(vendor), replies(vendor)));
    }

    private static Key<String> commands(String vendor) {
        String usual = VendorTopics.ofVendor(vendor, "").commands();
        return Key.with("commands", ValueFormats.TOPIC, usual, "Where commands for " + vendor + " come from.");
    }

    private static Key<String> results(String vendor) {
        String usual = VendorTopics.ofVendor(vendor, "").results();
        return Key.with("results", ValueFormats.TOPIC, usual, "Where their results go.");
    }

    private static Key<String> events(String vendor) {
        String usual = VendorTopics.ofVendor(vendor, "").events();
        return Key.with(
                "events",
                ValueFormats.TOPIC,
                usual,
                "Where the events go that " + vendor + " pushes; used only where callbacks are received.");
    }

    private static Key<String> state(String vendor) {
        return Key.optional(
                "state",
                ValueFormats.TOPIC,
                "`" + VendorTopics.ofVendor(vendor, "<group.id>").state() + "`",
                VendorTopics.ofVendor(vendor, "callport").state(),
                "The topic with the state that the group needs after a restart: compacted, and used by no other group.");
    }

    private static ListKey<String> replies(String vendor) {
        return new ListKey<>(
                REPLIES,
                ValueFormats.TOPIC,
                "shop.replies",
                "The topics that the `kafka_replyTopic` of a command for " + vendor
                        + " may name; a command that names another is refused. Several vendors may list the same.");
    }

    private VendorTopics vendor(String name) {
        Section vendor = section.section(group(name));
        String commands = vendor.get(commands(name));
        String results = vendor.get(results(name));
        String state =
                state(vendor, state(name), VendorTopics.ofVendor(name, groupId).state());
        use(vendor, commands(name), commands);
        use(vendor, results(name), results);
        use(vendor, state(name), state);
        String events = vendor.get(events(name));
        use(vendor, events(name), events);
        return new VendorTopics(commands, results, state, events, Set.copyOf(vendor.list(replies(name))));
    }

    /** The topic of the state. A group's name may have characters that no topic's name has. */
    private static String state(Section vendor, Key<String> key, String usual) {
        String state = vendor.optional(key);
        if (state != null) {
            return state;
        }
        try {
            return ValueFormats.TOPIC.read(usual);
        } catch (IllegalArgumentException e) {
            vendor.problem(
                    key.name(), "is missing, and kafka.group.id makes no topic's name; name the topic of the state");
            return usual;
        }
    }

    /** Records the use of a topic: a topic with two uses would be answered by its own results. */
    private void use(Section where, SchemaEntry key, String topic) {
        if (!where.hasNoProblem(key.name())) {
            return;
        }
        String before = uses.putIfAbsent(topic, where.path(key.name()));
        if (before != null) {
            where.problem(key.name(), names(before));
        }
    }

    /** Checks a reply topic: several vendors may list the same, but it may have no other use. */
    private void noOtherUse(String vendor, String reply) {
        String other = uses.get(reply);
        Section family = section.section(group(vendor));
        if (other != null && family.hasNoProblem(REPLIES)) {
            family.problem(REPLIES, names(other));
        }
    }

    private static String names(String other) {
        return "names the same topic as " + other + "; each use needs a topic of its own";
    }

    private @Nullable Creation creation() {
        if (!section.has(CREATE.name())) {
            return Creation.BROKER_DEFAULTS;
        }
        if (!section.isSection(CREATE.name())) {
            section.optional(NEVER);
            return null;
        }
        Section create = section.section(CREATE);
        Integer partitions = create.optional(PARTITIONS);
        Integer replication = create.optional(REPLICATION);
        return new Creation(partitions, replication == null ? null : replication.shortValue());
    }

    private static String never(String text) {
        if (!text.equals("never")) {
            throw new IllegalArgumentException("must be never or {partitions: 6, replication: 3}");
        }
        return text;
    }
}
