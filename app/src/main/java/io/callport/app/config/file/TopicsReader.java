package io.callport.app.config.file;

import io.callport.app.yaml.Section;
import io.callport.http.VendorRules;
import io.callport.kafka.TopicSettings;
import io.callport.kafka.TopicSettings.Creation;
import io.callport.kafka.VendorTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code topics}. */
final class TopicsReader {
    private final Section section;
    private final Map<String, String> uses = new HashMap<>();

    TopicsReader(Section section) {
        this.section = section;
    }

    TopicSettings read() {
        Map<String, VendorTopics> vendors = new HashMap<>();
        for (String vendor : VendorRules.vendors()) {
            vendors.put(vendor, vendor(section.section(vendor), VendorTopics.ofVendor(vendor)));
        }
        String deadLetters = section.get("dead-letters", Forms.TOPIC, TopicSettings.DEAD_LETTERS);
        use(section, "dead-letters", deadLetters);
        List<String> replies = section.list("replies", Forms.TOPIC);
        replies.forEach(topic -> use(section, "replies", topic));
        TopicSettings topics = new TopicSettings(vendors, deadLetters, Set.copyOf(replies), creation());
        section.rejectOthers();
        return topics;
    }

    private VendorTopics vendor(Section vendor, VendorTopics usual) {
        String commands = vendor.get("commands", Forms.TOPIC, usual.commands());
        String results = vendor.get("results", Forms.TOPIC, usual.results());
        vendor.rejectOthers();
        use(vendor, "commands", commands);
        use(vendor, "results", results);
        return new VendorTopics(commands, results);
    }

    /** A topic with two uses would be answered by its own results. */
    private void use(Section where, String key, String topic) {
        if (!where.sound(key)) {
            return;
        }
        String before = uses.putIfAbsent(topic, where.path(key));
        if (before != null) {
            where.problem(key, "names the same topic as " + before + "; each use needs a topic of its own");
        }
    }

    private @Nullable Creation creation() {
        if (!section.has("create")) {
            return Creation.BROKER_DEFAULTS;
        }
        if (!section.isSection("create")) {
            section.optional("create", TopicsReader::never);
            return null;
        }
        Section create = section.section("create");
        Integer partitions = create.optional("partitions", Forms.number(1, 100_000));
        Integer replication = create.optional("replication", Forms.number(1, Short.MAX_VALUE));
        create.rejectOthers();
        return new Creation(partitions, replication == null ? null : replication.shortValue());
    }

    private static String never(String text) {
        if (!text.equals("never")) {
            throw new IllegalArgumentException("must be never or {partitions: 6, replication: 3}");
        }
        return text;
    }
}
