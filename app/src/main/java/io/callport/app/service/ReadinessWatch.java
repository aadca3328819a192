package io.callport.app.service;

import io.callport.execution.DaemonThreads;
import io.callport.execution.UncaughtExceptions;
import io.callport.kafka.state.Health;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks twice a second whether the service is ready, and logs each change. Thread-safe. */
final class ReadinessWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("callport-readiness"));

    private ReadinessWatch() {}

    static ReadinessWatch start(Supplier<Health> health) {
        ReadinessWatch watch = new ReadinessWatch();
        ReadinessLog log = new ReadinessLog(LOG, System.nanoTime());
        Future<?> unused = watch.thread.scheduleWithFixedDelay(
                UncaughtExceptions.reportingErrors(() -> log.update(health.get(), System.nanoTime())),
                PERIOD.toMillis(),
                PERIOD.toMillis(),
                TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Ends the watch at once: a service that stops is not ready, which needs no line in the log. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
