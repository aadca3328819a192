package io.callport.kafka.topics;

import io.callport.kafka.admin.Findings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** Looks at a cluster's topics once, and makes none. */
public final class TopicCheck {
    private TopicCheck() {}

    /**
     * Asks, blocking.
     *
     * @param hidden topics of which nobody here may know whether they exist: nothing is said of them
     * @return what is wrong; a missing topic is not if it would be made
     * @throws org.apache.kafka.common.KafkaException if the cluster does not answer
     */
    public static Findings look(Admin admin, KafkaSettings settings, Set<String> hidden) {
        BrokerReader brokers = new BrokerReader(admin);
        TopicReader reader = new TopicReader(admin, brokers, settings.clients());
        TopicSettings topics = settings.topics();
        TopicView now = reader.read(topics.required());
        List<String> problems = new ArrayList<>(Compaction.problems(topics, now));
        if (topics.create() == null) {
            Set<String> missing = now.missing(topics.required());
            missing.removeAll(hidden);
            problems.addAll(new TopicCreator(admin, topics).create(missing));
        }
        List<String> warnings = new ArrayList<>();
        if (!brokers.safeTransactions()) {
            warnings.add(BrokerReader.UNSAFE_TRANSACTIONS);
        }
        warnings.addAll(new Retention(reader, brokers).warnings(settings));
        return new Findings(problems, warnings);
    }
}
