package io.callport.embed;

import io.callport.execution.BoundedThreads;
import io.callport.execution.UncaughtExceptions;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Hands over results, each on a thread of its own as long as there are threads; then results wait for one. A result
 * never runs on the thread that hands it over. Thread-safe.
 */
final class ResultThreads {
    /** The last thread may end between a result that came and its look at the queue. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final BoundedThreads threads;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** @param most the most results that are handed over at a time */
    ResultThreads(int most) {
        this.threads = new BoundedThreads("callport-result-", most);
    }

    /** Hands over a result, now or later. */
    void execute(Runnable result) {
        waiting.add(result);
        retry();
    }

    /** The time of the next call of {@link #retry}: soon, while results wait for a thread. */
    long nextRetry(long now) {
        return waiting.isEmpty() ? Long.MAX_VALUE : now + PAUSE.toNanos();
    }

    /** Tries to start a thread for the results that wait. */
    void retry() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            threads.execute(this::drain);
        } catch (RuntimeException | Error e) {
            return; // as many threads run as may, or the system has none left: results wait for one of those that run
        }
    }

    /** Lets the threads end once nothing waits. */
    void shutdown() {
        threads.shutdown();
    }

    private void drain() {
        for (Runnable result = waiting.poll(); result != null; result = waiting.poll()) {
            try {
                result.run();
            } catch (RuntimeException | Error e) {
                UncaughtExceptions.report(e);
            }
        }
    }
}
