package io.callport.kafka;

import io.callport.kafka.loop.Engine;
import io.callport.kafka.loop.FencingGuard;
import io.callport.kafka.loop.Lookout;
import io.callport.kafka.loop.Session;
import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.Health;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.kafka.topics.TopicDirectory;
import io.callport.kafka.tracing.Tracing;
import io.callport.query.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
 * The service between Kafka and the vendors: reads commands, asks, publishes one result per command, results and offsets in
 * one transaction. Its one thread owns everything but the requests themselves.
 *
 * <p>Lost brokers, missing topics and failed transactions only make it wait, and {@link #health} says for what. Thread-safe.
 */
public final class KafkaLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaLoop.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration STUCK = Duration.ofMinutes(1);
    private static final Duration CLOSE_MARGIN = Duration.ofSeconds(15);

    private static final String NO_TOPICS = "No commands are taken before the topics are seen";

    private final KafkaSettings settings;
    private final LoopListener listener;
    private final Engine engine;
    private final TopicDirectory topics;
    private final String transactionalId;
    private final FencingGuard fencing;
    private final Lookout lookout;
    private final Thread thread;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile long lastTurn = System.nanoTime();
    private volatile List<String> problems = List.of();
    private volatile @Nullable String waitingFor = "The loop has not started yet; this takes a moment";

    private KafkaLoop(KafkaSettings settings, Function<String, Ports> ports, LoopListener listener, Tracing tracing) {
        this.settings = settings;
        this.listener = listener;
        this.engine = new Engine(settings, ports, listener, tracing);
        this.topics = TopicDirectory.start(settings);
        this.transactionalId = settings.clients().groupId() + "-" + UUID.randomUUID();
        this.fencing = new FencingGuard(ClientProperties.transactionTimeout(settings.clients()));
        this.lookout = new Lookout(settings.accounts());
        this.thread = new Thread(this::run, "callport-loop");
    }

    /** The same as {@link #start(KafkaSettings, Function, LoopListener, Tracing)}, with nobody who follows commands. */
    public static KafkaLoop start(KafkaSettings settings, Function<String, Ports> ports, LoopListener listener) {
        return start(settings, ports, listener, Tracing.NONE);
    }

    /**
     * Starts the loop.
     *
     * @param settings all it is told
     * @param ports the ports of each vendor family that an account names
     * @param listener told of what happens, on the loop's thread
     * @param tracing follows each command; its {@code traceparent} is echoed in any case
     */
    public static KafkaLoop start(
            KafkaSettings settings, Function<String, Ports> ports, LoopListener listener, Tracing tracing) {
        KafkaLoop loop = new KafkaLoop(settings, ports, listener, tracing);
        loop.thread.start();
        return loop;
    }

    /** How it is now. */
    public Health health() {
        List<String> standing = standing();
        List<String> reasons = new ArrayList<>(standing);
        reasons.addAll(topics.reasons());
        String waiting = waitingFor;
        if (waiting != null) {
            reasons.add(waiting);
        }
        reasons.addAll(problems);
        return new Health(standing.isEmpty(), reasons);
    }

    /** Why it does not turn, in words; empty if it does. */
    private List<String> standing() {
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

    /**
     * What it works on: as seen within the last second, or as soon as its thread looks, or if that does not within half a
     * second, when it last did.
     */
    public LoopSnapshot look() {
        return lookout.look();
    }

    /** How long ago the loop last went around. */
    public Duration sinceTurn() {
        return Duration.ofNanos(System.nanoTime() - lastTurn);
    }

    /** Completes when the loop has ended; exceptionally if it ended by itself. */
    public CompletionStage<Void> ended() {
        return ended.minimalCompletionStage();
    }

    /**
     * Ends it gracefully, and returns at once: no more commands are taken, requests in flight get their time, results are
     * committed, the group is left.
     */
    public void stop() {
        stopping = true;
    }

    /** Ends it gracefully, and waits until it has ended. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(settings.processing().shutdown().plus(CLOSE_MARGIN).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt(); // has no effect on one that has ended
    }

    private void run() {
        try (engine;
                topics) {
            while (!stopping) {
                serve();
            }
            ended.complete(null);
        } catch (InterruptException e) {
            ended.complete(null); // only close() interrupts, after its time
        } catch (RuntimeException | Error e) {
            LOG.error("The loop ended by itself", e);
            ended.completeExceptionally(e); // not thrown: the JVM would print it again, in no format
        }
    }

    /** One session, from its start to its failure or the stop. */
    private void serve() {
        if (!topics.reasons().isEmpty()) {
            waitFor(NO_TOPICS, GLANCE);
            return;
        }
        waitingFor = joining();
        try (Session session = new Session(settings, engine, topics.view(), listener, transactionalId)) {
            session.join(settings);
            while (!stopping) {
                turn(session);
            }
            drain(session);
        } catch (InterruptException | ConfigException e) {
            throw e; // time does not heal these
        } catch (KafkaException e) {
            fencing.check(e, lastTurn, System.nanoTime());
            LOG.atWarn()
                    .addKeyValue("reason", e.getClass().getSimpleName())
                    .addKeyValue("detail", e.getMessage())
                    .log("Consumer and producer are made anew");
            listener.clientsRecreated();
            waitFor(
                    "Kafka failed: " + e.getClass().getSimpleName()
                            + "; consumer and producer are made anew, and the log says what it was",
                    RETRY);
        }
    }

    private void turn(Session session) {
        session.turn(topics.view());
        lastTurn = System.nanoTime();
        lookout.show(session::glance);
        waitingFor = session.joined() ? null : joining();
        problems = session.problems();
    }

    /** Requests in flight get their time; what waits is left to the next owner. */
    private void drain(Session session) {
        waitingFor = "It is shutting down";
        LOG.atInfo()
                .addKeyValue("requests-in-flight", engine.requestsInFlight())
                .log("Stopping the loop");
        engine.stop();
        session.stopReading();
        long until = System.nanoTime() + settings.processing().shutdown().toNanos();
        while ((engine.requestsInFlight() > 0 || session.somethingToPublish()) && System.nanoTime() < until) {
            session.turn(topics.view());
            lastTurn = System.nanoTime();
            lookout.show(session::glance);
        }
    }

    private String joining() {
        return "It is joining the group " + settings.clients().groupId()
                + ", which takes seconds; longer while another instance is being missed or Kafka does not answer";
    }

    private void waitFor(String what, Duration pause) {
        waitingFor = what;
        lastTurn = System.nanoTime();
        lookout.show(() -> engine.glance(List.of()));
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
