package io.callport.kafka.topics;

import io.callport.execution.DaemonThreads;
import io.callport.execution.UncaughtExceptions;
import io.callport.kafka.client.ClusterFailure;
import io.callport.kafka.origin.OriginKeys;
import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.state.PartitionSnapshot.HeldBack;
import io.callport.query.ExceptionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the topics outside the loop: a producer's {@code send} to a topic that does not exist would block the loop
 * for a minute. Asks the cluster four times a second until all topics exist with the partitions that they need, then
 * every five seconds, or every second while a partition takes no records. Reads the keys of the state topics, and how
 * far partitions are held back, on the same occasions. Creates missing topics, and adds partitions to state topics, if
 * {@code topics.create} allows it.
 *
 * <p>Thread-safe. A separate thread asks; {@link #view} and {@link #reasons} return at once the last known state.
 */
public final class TopicWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWatcher.class);
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);
    private static final int TURNS_BETWEEN_CHECKS_WHEN_COMPLETE = 20;
    private static final int TURNS_BETWEEN_CHECKS_OF_OBSTACLES = 4;

    private final TopicSettings settings;
    private final Object servers;
    private final TopicReader reader;
    private final BrokerReader brokers;
    private final StateTopics states;
    private final TopicCreator creator;
    private final Admin admin;
    private final OriginKeyReader keys;
    private final StableOffsetWatcher stable;
    private final PartitionOwnerWatcher owners;
    private final RecreatedTopics recreated = new RecreatedTopics();
    private final Supplier<Set<TopicPartition>> owned;
    private final ScheduledExecutorService thread;
    private volatile TopicView view = TopicView.NONE;
    private volatile List<String> reasons = List.of("Kafka was not asked yet");
    private Instant answered = Instant.now();
    private boolean complete;
    private boolean warned;
    private boolean warnedOfCompression;
    private int turn;
    private long checkedAt = System.nanoTime();

    private TopicWatcher(KafkaSettings settings, OriginKeys keys, Supplier<Set<TopicPartition>> owned) {
        this.settings = settings.topics();
        this.servers = settings.clients().common().getOrDefault("bootstrap.servers", "nowhere");
        this.admin = Admin.create(ClientProperties.ofAdmin(settings.clients()));
        this.brokers = new BrokerReader(admin);
        this.reader = new TopicReader(admin, settings.clients());
        this.states = StateTopics.of(settings);
        this.creator = new TopicCreator(admin, brokers, states);
        this.keys = OriginKeyReader.of(settings, keys);
        this.stable = StableOffsetWatcher.of(admin);
        this.owners = new PartitionOwnerWatcher(admin, settings.clients().groupId());
        this.owned = owned;
        this.thread = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("callport-topics"));
    }

    /**
     * Opens an administration client and starts the thread.
     *
     * @param keys receives the keys of the state topics
     * @param owned supplies the partitions that this instance works on
     */
    public static TopicWatcher start(KafkaSettings settings, OriginKeys keys, Supplier<Set<TopicPartition>> owned) {
        TopicWatcher watcher = new TopicWatcher(settings, keys, owned);
        Future<?> unused = watcher.thread.scheduleWithFixedDelay(
                UncaughtExceptions.reportingErrors(watcher::tick), 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return watcher;
    }

    /** The view of the last answer; none before an answer that had all required topics. */
    public TopicView view() {
        return view;
    }

    /** The reasons why commands cannot be read yet, in words; empty if commands can be read. */
    public List<String> reasons() {
        return reasons;
    }

    /**
     * The conditions that an operator should know and no restart ends, as sentences: partitions that an open
     * transaction holds back for too long, and topics that were recreated.
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(stable.warnings(System.nanoTime()));
        warnings.addAll(recreated.warnings(Instant.now()));
        return warnings;
    }

    /** The records that are held back, by owned partition; only partitions with such records. */
    public Map<TopicPartition, HeldBack> heldBack() {
        return stable.heldBack(System.nanoTime());
    }

    /** The members of the group that have partitions, in words, as was seen in the last seconds. */
    public Map<TopicPartition, String> owners() {
        return owners.owners();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        if (hasEnded()) {
            keys.close(); // a consumer is for one thread at a time
        }
        admin.close(CLOSE);
    }

    private boolean hasEnded() {
        try {
            return thread.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tick() {
        int between =
                view.obstacles().isEmpty() ? TURNS_BETWEEN_CHECKS_WHEN_COMPLETE : TURNS_BETWEEN_CHECKS_OF_OBSTACLES;
        boolean due = !complete || ++turn % between == 0;
        if (due) {
            reasons = ask();
        }
        if (due || !keys.isComplete()) {
            readKeys();
        }
        watchOffsetsAndOwners(System.nanoTime());
    }

    private void watchOffsetsAndOwners(long now) {
        try {
            stable.advance(now);
            owners.advance();
            if (now - checkedAt >= CHECK_INTERVAL.toNanos()) {
                checkedAt = now;
                stable.ask(owned.get());
                owners.ask();
            }
        } catch (RuntimeException e) { // would end the schedule silently
            LOG.error("Last stable offsets and owners cannot be watched", e);
        }
    }

    private void readKeys() {
        try {
            keys.read(view);
        } catch (InterruptException e) {
            return; // only close() interrupts; the keys stay as they are known
        } catch (RuntimeException e) { // would end the schedule silently
            LOG.error("The keys cannot be read", e);
        }
    }

    private List<String> ask() {
        try {
            Set<String> wanted = new TreeSet<>(settings.required());
            wanted.addAll(settings.replies());
            TopicView latest = reader.read(wanted);
            answered = Instant.now();
            warnOnce();
            complete = latest.topics().keySet().containsAll(wanted)
                    && states.tooSmall(latest).isEmpty();
            warnOfCompressionOnce();
            if (latest.topics().keySet().containsAll(settings.required()) || !view.equals(TopicView.NONE)) {
                TopicView next =
                        latest.after(view, settings.required(), answered); // the loop never looks up a missing topic
                recreated.compare(view, next, answered);
                view = next;
            }
            return problems(latest);
        } catch (InterruptException e) {
            return reasons; // only close() interrupts; an interrupt says nothing about Kafka
        } catch (KafkaException e) {
            complete = false;
            return List.of(ClusterFailure.describe(e, servers, answered));
        } catch (RuntimeException e) { // would end the schedule silently
            LOG.error("The topics cannot be watched", e);
            complete = false;
            return List.of("The topics cannot be watched: " + ExceptionKind.of(e) + "; see the log");
        }
    }

    private void warnOfCompressionOnce() {
        if (complete && !warnedOfCompression) {
            warnedOfCompression = true;
            TopicCheck.compressedCommands(reader, settings)
                    .forEach(problem -> LOG.atWarn()
                            .addKeyValue("problem", problem)
                            .log("A topic of commands takes compressed records"));
        }
    }

    private void warnOnce() {
        if (!warned && !brokers.safeTransactions()) {
            LOG.warn(BrokerReader.UNSAFE_TRANSACTIONS);
        }
        warned = true;
    }

    private List<String> problems(TopicView latest) {
        List<String> problems = new ArrayList<>(TopicCheck.policyProblems(states, latest));
        problems.addAll(states.unknownPolicies(latest));
        problems.addAll(creator.complete(latest));
        return problems;
    }
}
