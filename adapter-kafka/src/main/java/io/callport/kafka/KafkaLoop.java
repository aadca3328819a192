package io.callport.kafka;

import io.callport.kafka.loop.LoopRunner;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.Health;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.kafka.tracing.Tracing;
import io.callport.query.Ports;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The service between Kafka and the vendors: reads commands, makes requests, publishes one result per command, and commits
 * results and offsets in one transaction. Its one thread owns everything but the requests themselves.
 *
 * <p>Lost brokers, missing topics and failed transactions only make it wait, and {@link #health} says for what. Thread-safe.
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

    /** The same as {@link #start(KafkaSettings, Function, LoopListener, Tracing)}, with no tracing. */
    public static KafkaLoop start(KafkaSettings settings, Function<String, Ports> ports, LoopListener listener) {
        return start(settings, ports, listener, Tracing.NONE);
    }

    /**
     * Starts the loop.
     *
     * @param settings what it reads, asks and writes
     * @param ports the ports of each vendor family that an account names
     * @param listener reports are made to it, on the loop's thread
     * @param tracing follows each command; its {@code traceparent} is echoed in any case
     */
    public static KafkaLoop start(
            KafkaSettings settings, Function<String, Ports> ports, LoopListener listener, Tracing tracing) {
        LoopRunner runner = new LoopRunner(settings, ports, listener, tracing);
        KafkaLoop loop = new KafkaLoop(runner, settings.processing().shutdown());
        loop.thread.start();
        return loop;
    }

    /** How the loop is now. */
    public Health health() {
        return runner.health();
    }

    /**
     * What the loop works on: as seen within the last second, or else between the loop's next two turns, or if that takes more
     * than half a second, the last time.
     */
    public LoopSnapshot snapshot() {
        return runner.snapshot();
    }

    /** How long ago the loop last went around. */
    public Duration sinceTurn() {
        return runner.sinceTurn();
    }

    /** Completes when the loop has ended; exceptionally if it ended by itself. */
    public CompletionStage<Void> ended() {
        return runner.ended();
    }

    /**
     * Ends it gracefully, and returns at once: no more commands are taken, requests in flight get their time, results are
     * committed, the group is left.
     */
    public void stop() {
        runner.stop();
    }

    /** Ends it gracefully, and waits until it has ended. */
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
