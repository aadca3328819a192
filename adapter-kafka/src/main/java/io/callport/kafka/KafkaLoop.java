package io.callport.kafka;

import io.callport.kafka.loop.LoopRunner;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.Health;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.kafka.tracing.Tracing;
import io.callport.memory.MemoryLedger;
import io.callport.query.Ports;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The service between Kafka and the vendors: reads commands, makes requests, publishes one result per command, and
 * commits results and offsets in one transaction. Its one thread owns everything except the requests themselves.
 *
 * <p>Lost brokers, missing topics and failed transactions only make the loop wait, and {@link #health} reports the
 * reason. Thread-safe.
 */
public final class KafkaLoop implements AutoCloseable {
    private static final Duration CLOSE_MARGIN = Duration.ofSeconds(15);

    private final LoopRunner runner;
    private final Duration shutdown;
    private final Thread thread;

    private KafkaLoop(LoopRunner runner, Duration shutdown) {
        this.runner = runner;
        this.shutdown = shutdown;
        this.thread = new Thread(runner, "callport-loop");
    }

    /**
     * Starts the loop like {@link #start(KafkaSettings, Function, LoopListener, Tracing, MemoryLedger)}, with no
     * tracing and a ledger of its own.
     */
    public static KafkaLoop start(KafkaSettings settings, Function<String, Ports> ports, LoopListener listener) {
        MemoryLedger memory = new MemoryLedger(settings.processing().limits().memory());
        return start(settings, ports, listener, Tracing.NONE, memory);
    }

    /**
     * Starts the loop.
     *
     * @param settings the topics, the accounts and the clients of the loop
     * @param ports the ports of each vendor family that an account names
     * @param listener receives the reports, on the loop's thread
     * @param tracing follows each command; its {@code traceparent} is echoed in any case
     * @param memory the ledger of the process, which the ports draw from too
     */
    public static KafkaLoop start(
            KafkaSettings settings,
            Function<String, Ports> ports,
            LoopListener listener,
            Tracing tracing,
            MemoryLedger memory) {
        LoopRunner runner = new LoopRunner(settings, ports, listener, tracing, memory, new SecureRandom());
        KafkaLoop loop = new KafkaLoop(runner, settings.processing().shutdown());
        loop.thread.start();
        return loop;
    }

    /** The health of the loop as it is now. */
    public Health health() {
        return runner.health();
    }

    /**
     * A snapshot of the loop's work: a snapshot of the last second, or else one taken between the loop's next two
     * turns, or the last one if the next takes more than half a second.
     */
    public LoopSnapshot snapshot() {
        return runner.snapshot();
    }

    /** The time since the loop's last turn. */
    public Duration sinceTurn() {
        return runner.sinceTurn();
    }

    /** A stage that completes when the loop has ended; exceptionally if the loop ended by itself. */
    public CompletionStage<Void> ended() {
        return runner.ended();
    }

    /**
     * Ends the loop gracefully, and returns at once: no more commands are taken, requests in flight get their time,
     * results are committed, the group is left.
     */
    public void stop() {
        runner.stop();
    }

    /** Ends the loop gracefully, and waits for its end. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(shutdown.plus(CLOSE_MARGIN).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt(); // has no effect on one that has ended
    }
}
