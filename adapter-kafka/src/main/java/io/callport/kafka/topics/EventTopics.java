package io.callport.kafka.topics;

import io.callport.execution.DaemonThreads;
import io.callport.execution.UncaughtExceptions;
import io.callport.kafka.client.ClusterFailure;
import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.query.ExceptionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the topics of events, apart from the loop's {@link TopicWatcher}: a missing topic of events keeps no command
 * from being answered, and the other way round. Asks the cluster four times a second until all topics exist and take
 * records, then every five seconds. Creates missing topics, if {@code topics.create} allows it.
 *
 * <p>Thread-safe. A separate thread asks; {@link #view} and {@link #reasons} return at once the last known state.
 */
public final class EventTopics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventTopics.class);
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final int TURNS_BETWEEN_CHECKS_WHEN_READY = 20;

    private final Set<String> names;
    private final @Nullable Creation creation;
    private final Object servers;
    private final Admin admin;
    private final TopicReader reader;
    private final ScheduledExecutorService thread;
    private volatile @Nullable TopicView view;
    private volatile List<String> reasons = List.of("Kafka was not asked yet");
    private Instant answered = Instant.now();
    private int turn;

    private EventTopics(KafkaSettings settings) {
        this.names = settings.eventTopics();
        this.creation = settings.topics().create();
        this.servers = settings.clients().common().getOrDefault("bootstrap.servers", "nowhere");
        this.admin = Admin.create(ClientProperties.ofAdmin(settings.clients()));
        this.reader = new TopicReader(admin, settings.clients());
        this.thread = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("callport-event-topics"));
    }

    /**
     * Opens an administration client and starts the thread.
     *
     * @throws KafkaException if the client cannot be opened
     */
    public static EventTopics start(KafkaSettings settings) {
        EventTopics topics = new EventTopics(settings);
        Future<?> unused = topics.thread.scheduleWithFixedDelay(
                UncaughtExceptions.reportingErrors(topics::tick), 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return topics;
    }

    /** The view of the last answer; empty before the first answer. */
    public Optional<TopicView> view() {
        return Optional.ofNullable(view);
    }

    /** The reasons why events cannot be published, in words; empty if all topics take events. */
    public List<String> reasons() {
        return reasons;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        admin.close(CLOSE);
    }

    private void tick() {
        if (!reasons.isEmpty() || ++turn % TURNS_BETWEEN_CHECKS_WHEN_READY == 0) {
            reasons = ask();
        }
    }

    private List<String> ask() {
        try {
            TopicView latest = reader.read(names);
            answered = Instant.now();
            view = latest;
            List<String> problems = complete(latest.missing(names));
            problems.addAll(obstacles(latest));
            return problems;
        } catch (InterruptException e) {
            return reasons; // only close() interrupts; an interrupt says nothing about Kafka
        } catch (KafkaException e) {
            return List.of(ClusterFailure.describe(e, servers, answered));
        } catch (RuntimeException e) { // would end the schedule silently
            LOG.error("The topics of events cannot be watched", e);
            return List.of("The topics of events cannot be watched: " + ExceptionKind.of(e) + "; see the log");
        }
    }

    private List<String> complete(Set<String> missing) {
        List<String> problems = new ArrayList<>();
        if (creation == null) {
            missing.forEach(name -> problems.add(TopicCreator.forbidden(name)));
        } else if (!missing.isEmpty()) {
            TopicChanges changes = new TopicChanges();
            changes.create(
                    admin,
                    missing.stream()
                            .map(name -> TopicChanges.topic(name, creation))
                            .toList());
            problems.addAll(changes.problems());
        }
        return problems;
    }

    /** The topics with a partition that takes no records: an event of any account could go there. */
    private static List<String> obstacles(TopicView latest) {
        Map<String, String> problems = new TreeMap<>();
        latest.obstacles()
                .forEach((partition, obstacle) -> problems.putIfAbsent(
                        partition.topic(),
                        "Topic " + partition.topic() + " cannot take every event: " + obstacle.why() + "; "
                                + obstacle.remedy()));
        return List.copyOf(problems.values());
    }
}
