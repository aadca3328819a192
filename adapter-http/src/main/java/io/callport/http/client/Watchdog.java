package io.callport.http.client;

import io.callport.http.client.Wait.Cut;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Interrupts threads that have waited too long, and all that wait when it is closed. All may wait equally long, so it looks
 * when the oldest of them is due and misses none that began later: a wait that ends in time costs no timer of its own.
 * Thread-safe; never blocks.
 */
final class Watchdog implements AutoCloseable {
    private final long most;
    private final ScheduledThreadPoolExecutor timer;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean closed;

    /** @param most how long anyone may wait */
    Watchdog(Duration most) {
        this.most = most.toNanos();
        timer = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "callport-http-timeout");
                    thread.setDaemon(true);
                    return thread;
                },
                new DiscardPolicy()); // once it is closed there is nobody left to interrupt
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** The calling thread begins to wait; {@link Wait#end} must follow on the same thread. */
    Wait begin() {
        Wait wait = new Wait(System.nanoTime() + most, waits::remove);
        waits.add(wait);
        if (closed) {
            wait.cut(Cut.CLOSED);
        } else {
            lookAfter(most);
        }
        return wait;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        waits.forEach(wait -> wait.cut(Cut.CLOSED));
        timer.shutdown();
    }

    private void lookAfter(long nanos) {
        if (looking.compareAndSet(false, true)) {
            Future<?> unused = timer.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** What begins meanwhile is due later than the next look. */
    private void look() {
        long next = most;
        for (Wait wait : waits) {
            long left = wait.dueAt() - System.nanoTime();
            if (left <= 0) {
                wait.cut(Cut.TIME);
            } else {
                next = Math.min(next, left);
            }
        }
        looking.set(false);
        if (!waits.isEmpty()) {
            lookAfter(next);
        }
    }
}
