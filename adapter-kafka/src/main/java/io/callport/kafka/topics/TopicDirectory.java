package io.callport.kafka.topics;

import io.callport.kafka.KafkaSettings;
import io.callport.kafka.TopicSettings;
import io.callport.kafka.VendorTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the topics, off the loop: a producer's {@code send} to a topic that does not exist would block the loop for a minute.
 * Asks the cluster four times a second until all topics are there, then every five seconds; makes missing ones if it may.
 *
 * <p>Thread-safe. Its own thread asks; {@link #view} and {@link #reasons} return at once what was last known.
 */
public final class TopicDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicDirectory.class);
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final int TURNS_BETWEEN_CHECKS_WHEN_COMPLETE = 20;

    private final TopicSettings settings;
    private final TopicReader reader;
    private final BrokerReader brokers;
    private final TopicCreator creator;
    private final Admin admin;
    private final ScheduledExecutorService thread;
    private volatile TopicView view = TopicView.NONE;
    private volatile List<String> reasons = List.of("Kafka was not asked yet");
    private boolean complete;
    private boolean warned;
    private int turn;

    private TopicDirectory(KafkaSettings settings) {
        this.settings = settings.topics();
        this.admin = Admin.create(quick(settings.clients().forAdmin()));
        this.brokers = new BrokerReader(admin);
        this.reader = new TopicReader(admin, brokers, settings.clients());
        this.creator = new TopicCreator(admin, settings.topics());
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "callport-topics");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Asks once, and makes nothing.
     *
     * @return each problem in a sentence with its remedy; a missing topic is none if it would be made
     */
    public static List<String> look(KafkaSettings settings) {
        try (TopicDirectory directory = new TopicDirectory(settings)) {
            return directory.lookOnce();
        }
    }

    /** Starts asking. */
    public static TopicDirectory start(KafkaSettings settings) {
        TopicDirectory directory = new TopicDirectory(settings);
        Future<?> unused =
                directory.thread.scheduleWithFixedDelay(directory::tick, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return directory;
    }

    /** What is known now. */
    public TopicView view() {
        return view;
    }

    /** Why commands cannot be taken yet, in words; empty if they can. */
    public List<String> reasons() {
        return reasons;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        admin.close(CLOSE);
    }

    /** A broker that is gone shall be noticed soon, unless the configuration wants more patience. */
    private static Map<String, Object> quick(Map<String, Object> properties) {
        boolean configured = properties.containsKey(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG)
                || properties.containsKey(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG);
        if (!configured) { // one of them alone could contradict the other
            properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "4000");
            properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        }
        return properties;
    }

    private void tick() {
        if (complete && ++turn % TURNS_BETWEEN_CHECKS_WHEN_COMPLETE != 0) {
            return;
        }
        List<String> found = ask();
        if (!found.equals(reasons)) {
            found.forEach(reason -> LOG.info("Not ready yet: {}", reason));
        }
        reasons = found;
    }

    private List<String> lookOnce() {
        try {
            TopicView now = reader.read(settings.required());
            List<String> problems = new ArrayList<>(compacted(now));
            if (settings.create() == null) {
                problems.addAll(creator.create(missing(now)));
            }
            return problems;
        } catch (KafkaException e) {
            return List.of(silent(e));
        }
    }

    private List<String> ask() {
        try {
            Set<String> wanted = new TreeSet<>(settings.required());
            wanted.addAll(settings.replies());
            TopicView now = reader.read(wanted);
            warnOnce();
            complete = now.topics().keySet().containsAll(wanted);
            if (now.topics().keySet().containsAll(settings.required())) {
                view = now; // else the last complete one stays, so that the loop never looks up what is not there
            }
            return problems(now);
        } catch (KafkaException e) {
            complete = false;
            return List.of(silent(e));
        } catch (RuntimeException e) { // would end the schedule without a word
            LOG.error("The topics cannot be watched", e);
            complete = false;
            return List.of("The topics cannot be watched: " + e.getClass().getSimpleName() + "; see the log");
        }
    }

    private void warnOnce() {
        if (!warned && !brokers.safeTransactions()) {
            LOG.warn(
                    "The cluster's transaction.version is below 2: results could be lost or doubled when a broker fails;"
                            + " upgrade it with kafka-features.sh upgrade --feature transaction.version=2");
        }
        warned = true;
    }

    private List<String> problems(TopicView now) {
        List<String> problems = new ArrayList<>(compacted(now));
        Set<String> missing = missing(now);
        if (!missing.isEmpty()) {
            problems.addAll(creator.create(missing));
        }
        return problems;
    }

    private Set<String> missing(TopicView now) {
        Set<String> missing = new TreeSet<>(settings.required());
        missing.removeAll(now.topics().keySet());
        return missing;
    }

    private List<String> compacted(TopicView now) {
        List<String> problems = new ArrayList<>();
        settings.vendors().values().stream()
                .map(VendorTopics::commands)
                .filter(now::compacted)
                .forEach(topic -> problems.add(compacted(topic, "commands could vanish unread")));
        if (now.compacted(settings.deadLetters())) {
            problems.add(compacted(settings.deadLetters(), "it refuses records that came without a key"));
        }
        return problems;
    }

    private static String silent(KafkaException e) {
        return "Kafka does not answer: " + e.getClass().getSimpleName() + "; check kafka.bootstrap.servers";
    }

    private static String compacted(String topic, String so) {
        return "topic " + topic + " is compacted, so " + so + "; set its cleanup.policy to delete";
    }
}
