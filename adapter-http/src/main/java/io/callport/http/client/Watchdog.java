package io.callport.http.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Interrupts threads that have waited too long, and all that wait when it is closed. Thread-safe; never blocks. */
final class Watchdog implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Watchdog() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "callport-http-timeout");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true); // nearly every wait ends in time
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** The calling thread begins to wait, for at most so long; {@link Wait#end} must follow on the same thread. */
    Wait begin(Duration most) {
        Wait wait = new Wait(waits::remove);
        waits.add(wait);
        if (closed) {
            wait.cut(Wait.Cut.CLOSED);
        } else {
            wait.due(timer.schedule(() -> wait.cut(Wait.Cut.TIME), most.toNanos(), TimeUnit.NANOSECONDS));
        }
        return wait;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        waits.forEach(wait -> wait.cut(Wait.Cut.CLOSED));
        timer.shutdown();
    }
}
