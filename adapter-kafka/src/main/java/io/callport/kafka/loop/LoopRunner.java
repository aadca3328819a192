package io.callport.kafka.loop;

import io.callport.execution.UncaughtExceptions;
import io.callport.kafka.client.ClusterFailure;
import io.callport.kafka.client.ConstructionFailure;
import io.callport.kafka.origin.OriginKeys;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.Health;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.kafka.topics.TopicView;
import io.callport.kafka.topics.TopicWatcher;
import io.callport.kafka.tracing.Tracing;
import io.callport.memory.MemoryLedger;
import io.callport.query.ExceptionKind;
import io.callport.query.Ports;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one session after the other, until {@link #stop} is called. {@link #run} is for the loop's thread, every other
 * method for any thread.
 */
public final class LoopRunner implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopRunner.class);
    private static final Duration BETWEEN_SESSIONS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TOPIC_CHECKS = Duration.ofMillis(100);
    private static final Duration STUCK = Duration.ofMinutes(1);

    private static final String NO_TOPICS = "No commands are taken before the topics are seen";

    private final KafkaSettings settings;
    private final LoopListener listener;
    private volatile @Nullable TopicWatcher watcher;
    private final OriginKeys keys = new OriginKeys();
    private final SecureRandom random;
    private final LoopParts parts;
    private final ProcessIds ids;
    private final FencingGuard fencing;
    private final SnapshotExchange snapshots = new SnapshotExchange();
    private final LoopSnapshotBuilder snapshotBuilder;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable AccountHomes homes;
    private volatile boolean stopping;
    private volatile long lastTurn = System.nanoTime();
    private volatile List<String> problems = List.of();
    private volatile @Nullable String waitingFor = "The loop has not started yet; this takes a moment";

    /**
     * Makes a loop that does not run yet, but already asks the cluster for its topics.
     *
     * @param random draws the keys of state topics that have none
     */
    public LoopRunner(
            KafkaSettings settings,
            Function<String, Ports> ports,
            LoopListener listener,
            Tracing tracing,
            MemoryLedger memory,
            SecureRandom random) {
        this.settings = settings;
        this.random = random;
        this.listener = listener;
        this.ids = new ProcessIds(settings.clients().groupId());
        this.fencing = new FencingGuard(ClientProperties.transactionTimeout(settings.clients()));
        this.snapshotBuilder = new LoopSnapshotBuilder(settings.accounts());
        this.parts = new LoopParts(settings, ports, listener, tracing, this::topicsNow, keys, memory);
        openDirectory(); // the last, for a failure above would leave its thread running
    }

    /** Opens the first client of all. Temporary failures are waited for; every other refusal of a client is thrown. */
    private void openDirectory() {
        try {
            watcher = TopicWatcher.start(settings, keys, parts.partitions::names);
        } catch (KafkaException e) {
            if (!ConstructionFailure.mayHeal(e)) {
                throw e;
            }
            waitingFor = "Kafka cannot be reached yet: " + ClusterFailure.describe(e);
        }
    }

    private TopicView topicsNow() {
        TopicWatcher known = watcher;
        return known == null ? TopicView.NONE : known.view();
    }

    /** The health of the loop as it is now. */
    public Health health() {
        List<String> standstill = standstill();
        List<String> reasons = new ArrayList<>(standstill);
        TopicWatcher known = watcher;
        if (known != null) {
            reasons.addAll(known.reasons());
        }
        String waiting = waitingFor;
        if (waiting != null) {
            reasons.add(waiting);
        }
        reasons.addAll(problems);
        return new Health(standstill.isEmpty(), reasons, known == null ? List.of() : known.warnings());
    }

    /** The reasons why the loop does not turn, in words; empty if the loop turns. */
    private List<String> standstill() {
        if (ended.isCompletedExceptionally()) {
            return List.of("The loop ended by itself; see the log for why, then start this instance again");
        }
        if (ended.isDone()) {
            return List.of("The loop has ended, as it was asked to");
        }
        Duration since = sinceTurn();
        return since.compareTo(STUCK) < 0
                ? List.of()
                : List.of("The loop has not turned for " + since.toSeconds()
                        + " s; take a thread dump of callport-loop, then start this instance again");
    }

    /** A snapshot of the loop's work: see {@link SnapshotExchange#get} for the age that the snapshot may have. */
    public LoopSnapshot snapshot() {
        TopicWatcher known = watcher;
        return snapshotBuilder.build(
                snapshots.get(),
                known == null ? Map.of() : known.heldBack(),
                known == null ? Map.of() : known.owners());
    }

    /** The time since the loop's last turn or wait. */
    public Duration sinceTurn() {
        return Duration.ofNanos(System.nanoTime() - lastTurn);
    }

    /** A stage that completes when the loop has ended; exceptionally if the loop ended by itself. */
    public CompletionStage<Void> ended() {
        return ended.minimalCompletionStage();
    }

    /** Asks the loop to end, and returns at once. */
    public void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        try (parts) {
            try {
                while (!stopping) {
                    serve();
                }
            } finally {
                closeDirectory();
            }
            ended.complete(null);
        } catch (InterruptException e) {
            ended.complete(null); // only close() interrupts, after its time
        } catch (RuntimeException | Error e) {
            LOG.error("The loop ended by itself", e);
            if (e instanceof Error error) {
                UncaughtExceptions.report(error);
            }
            ended.completeExceptionally(e); // not thrown: the JVM would print it again, in no format
        }
    }

    private void closeDirectory() {
        TopicWatcher known = watcher;
        if (known != null) {
            known.close();
        }
    }

    /** Runs one session, from its start to its failure or the stop. */
    private void serve() {
        TopicWatcher known = watcher;
        if (known == null) {
            waitFor(String.valueOf(waitingFor), BETWEEN_SESSIONS);
            openDirectory();
            return;
        }
        if (!known.reasons().isEmpty()) {
            waitFor(NO_TOPICS, BETWEEN_TOPIC_CHECKS);
            return;
        }
        waitingFor = joining();
        parts.topics.refresh();
        try (Session session = new Session(settings, parts, homes(), listener, ids, random)) {
            serve(session);
        } catch (InterruptException | ConfigException e) {
            throw e; // time does not heal these
        } catch (KafkaException e) {
            fencing.check(e, lastTurn, System.nanoTime());
            LOG.atWarn()
                    .addKeyValue("reason", ExceptionKind.of(e))
                    .addKeyValue("detail", e.getMessage())
                    .log("Consumer and producer are made again");
            listener.clientsRecreated();
            waitFor(
                    "Kafka failed: " + ClusterFailure.reason(e)
                            + "; consumer and producer are made again, and the log says what it was",
                    BETWEEN_SESSIONS);
        }
    }

    private void serve(Session session) {
        try {
            session.join(settings);
            while (!stopping) {
                turn(session);
                waitingFor = session.joined() ? null : joining();
                problems = session.problems();
            }
            drain(session);
        } catch (InterruptException | ConfigException e) {
            throw e;
        } catch (KafkaException e) {
            session.remainMember();
            throw e;
        }
    }

    /** Each account's home, computed once from the topics as they were at the first call. */
    private AccountHomes homes() {
        AccountHomes known = homes == null ? new AccountHomes(settings, parts.topics.get()) : homes;
        homes = known;
        return known;
    }

    private void turn(Session session) {
        session.turn();
        lastTurn = System.nanoTime();
        snapshots.offer(session::snapshot);
    }

    /** Gives requests in flight their time, and leaves waiting commands to the next owner. */
    private void drain(Session session) {
        waitingFor = "It is shutting down";
        LOG.atInfo()
                .addKeyValue("requests-in-flight", parts.dispatcher.requestsInFlight())
                .log("Stopping the loop");
        parts.dispatcher.stop();
        session.stopReading();
        long until = System.nanoTime() + settings.processing().shutdown().toNanos();
        while ((parts.dispatcher.requestsInFlight() > 0 || session.somethingToPublish()) && System.nanoTime() < until) {
            turn(session);
        }
    }

    private String joining() {
        return "It is joining the group " + settings.clients().groupId()
                + ", which takes seconds; longer while another instance is being missed or Kafka does not answer";
    }

    private void waitFor(String what, Duration pause) {
        waitingFor = what;
        lastTurn = System.nanoTime();
        snapshots.offer(() -> parts.snapshot(homes, List.of()));
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
