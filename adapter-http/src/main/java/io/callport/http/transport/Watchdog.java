package io.callport.http.transport;

import io.callport.http.transport.InterruptibleWait.Cause;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Interrupts threads that have waited too long, and all that wait when it is closed. All waits may take equally long, so it
 * checks them when the oldest is due and misses none that began later: a wait that ends in time costs no timer of its own.
 * Thread-safe; never blocks.
 */
final class Watchdog implements AutoCloseable {
    private final long timeoutNanos;
    private final ScheduledThreadPoolExecutor timer;
    private final Set<InterruptibleWait> waits = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean checkScheduled = new AtomicBoolean();
    private volatile boolean closed;

    /** @param timeout how long a wait may take */
    Watchdog(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
        timer = new ScheduledThreadPoolExecutor(
                1,
                DaemonThreads.named("callport-http-timeout"),
                new DiscardPolicy()); // after the close no wait is left to interrupt
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Begins a wait of the calling thread; {@link InterruptibleWait#end} must follow on the same thread. */
    InterruptibleWait begin() {
        InterruptibleWait wait = new InterruptibleWait(System.nanoTime() + timeoutNanos, waits::remove);
        waits.add(wait);
        if (closed) {
            wait.interrupt(Cause.CLOSED);
        } else {
            scheduleCheck(timeoutNanos);
        }
        return wait;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        waits.forEach(wait -> wait.interrupt(Cause.CLOSED));
        timer.shutdown();
    }

    private void scheduleCheck(long nanos) {
        if (checkScheduled.compareAndSet(false, true)) {
            Future<?> unused = timer.schedule(this::checkOrReport, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Checks, and passes an error on, which the timer would keep to itself: without checks no wait would ever end. */
    private void checkOrReport() {
        try {
            check();
        } catch (Error e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            throw e;
        }
    }

    /** Interrupts the waits that are due. A wait that begins during the check is due later than the next check. */
    private void check() {
        long next = timeoutNanos;
        for (InterruptibleWait wait : waits) {
            long left = wait.dueAt() - System.nanoTime();
            if (left <= 0) {
                wait.interrupt(Cause.TIMEOUT);
            } else {
                next = Math.min(next, left);
            }
        }
        checkScheduled.set(false);
        if (!waits.isEmpty()) {
            scheduleCheck(next);
        }
    }
}
