package io.callport.app.admin;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that serve pages, one thread for each request at a time. A client that stops sending or reading holds a
 * thread for a bounded time only, so that a few such clients keep no other client from the health page. Thread-safe.
 */
final class AdminThreads implements Executor, AutoCloseable {
    private static final int MOST = 64;
    private static final Duration IDLE = Duration.ofSeconds(30);

    /**
     * The longest time for a request: a page of many accounts takes a second or two, and no scraper waits longer than
     * 10 seconds either.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duration patience;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            MOST,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            DaemonThreads.named("callport-admin"));
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("callport-admin-watch"));

    AdminThreads() {
        this(PATIENCE);
    }

    /** @param patience the longest time for a request, from its first byte to the last byte of its answer */
    AdminThreads(Duration patience) {
        this.patience = patience;
    }

    /** Starts a request at once, or refuses the request: the server then closes the connection. */
    @Override
    public void execute(Runnable request) {
        threads.execute(() -> {
            Thread serving = Thread.currentThread();
            Future<?> end = watch.schedule(
                    serving::interrupt, patience.toNanos(), TimeUnit.NANOSECONDS); // the interrupt closes the channel
            try {
                request.run();
            } finally {
                end.cancel(false);
            }
        });
    }

    @Override
    public void close() {
        watch.shutdownNow();
        threads.shutdownNow();
    }
}
