package io.callport.system.crash;

import io.callport.system.crash.evidence.ResultReader;
import io.callport.system.crash.load.LoadPublisher;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Prints a line every few seconds. */
final class ProgressPrinter {
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final TestCluster cluster;
    private final FaultInjector faults;
    private final LoadPublisher publisher;
    private final ResultReader results;
    private final long begin = System.nanoTime();
    private final Thread thread = new Thread(this::run, "crash-progress");
    private volatile boolean closing;

    private ProgressPrinter(TestCluster cluster, FaultInjector faults, LoadPublisher publisher, ResultReader results) {
        this.cluster = cluster;
        this.faults = faults;
        this.publisher = publisher;
        this.results = results;
        thread.setDaemon(true);
    }

    static ProgressPrinter start(
            TestCluster cluster, FaultInjector faults, LoadPublisher publisher, ResultReader results) {
        ProgressPrinter progress = new ProgressPrinter(cluster, faults, publisher, results);
        progress.thread.start();
        return progress;
    }

    void end() {
        closing = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closing) {
            System.out.printf(
                    Locale.ROOT,
                    "%6.1f s   faults %3d   commands %6d   results %6d   requests %6d%n",
                    (double) (System.nanoTime() - begin) / 1e9,
                    faults.count(),
                    publisher.count(),
                    results.count(),
                    cluster.vendor.log().size());
            LockSupport.parkNanos(PERIOD.toNanos());
        }
    }
}
