package io.callport.http.transport;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread's wait for a response. It interrupts that thread at most once, and not after the wait has ended. Thread-safe.
 */
final class InterruptibleWait {
    private final Thread waiting = Thread.currentThread();
    private final long dueAt;
    private final Consumer<InterruptibleWait> onEnd;
    private @Nullable Cause interruptedBy;
    private boolean ended;

    /** The reason why a wait was interrupted. */
    enum Cause {
        /** The wait took too long. */
        TIMEOUT,
        /** The transport was closed. */
        CLOSED
    }

    /**
     * Begins the calling thread's wait.
     *
     * @param dueAt the time at which the wait expires, by {@link System#nanoTime}
     * @param onEnd called once when the wait ends
     */
    InterruptibleWait(long dueAt, Consumer<InterruptibleWait> onEnd) {
        this.dueAt = dueAt;
        this.onEnd = onEnd;
    }

    /** The time at which the wait expires, by {@link System#nanoTime}. */
    long dueAt() {
        return dueAt;
    }

    /** Interrupts the waiting thread, if the wait has not ended and was not interrupted before. */
    synchronized void interrupt(Cause cause) {
        if (!ended && interruptedBy == null) {
            interruptedBy = cause;
            waiting.interrupt();
        }
    }

    /**
     * Ends the wait, on the thread that waited. If the wait was interrupted the thread's interrupt is taken back: it was meant for
     * this wait alone.
     *
     * @return why the wait was interrupted; {@code null} if it was not
     */
    synchronized @Nullable Cause end() {
        if (!ended) {
            ended = true;
            onEnd.accept(this);
            if (interruptedBy != null) {
                Thread.interrupted();
            }
        }
        return interruptedBy;
    }
}
